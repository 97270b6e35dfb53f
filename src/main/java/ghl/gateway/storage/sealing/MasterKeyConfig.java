package ghl.gateway.storage.sealing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import java.nio.file.Path;
import java.util.Optional;

/** Where the master key comes from. */
@ConfigMapping(prefix = "gateway.master-key")
interface MasterKeyConfig {

    /**
     * Key that encrypts tokens and submissions in the database: 32 bytes in Base64. Secret. Required for a CRM that is not
     * on this machine. Several keys, separated by commas, rotate it: the first encrypts, all decrypt.
     */
    @WithParentName
    Optional<String> keys();

    /** File that holds the master key. Replaces {@code GATEWAY_MASTER_KEY}. */
    Optional<Path> file();

    /** Directory of the key that the gateway creates for itself when its CRM holds no personal data. */
    @WithDefault("${gateway.data:./data}")
    Path data();
}
