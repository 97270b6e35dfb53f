package ghl.gateway.storage.sealing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import java.nio.file.Path;
import java.util.Optional;

/** Where the master key comes from. */
@ConfigMapping(prefix = "gateway.master-key")
interface MasterKeyConfig {

    /** 32 bytes in Base64; several separated by commas while one takes the place of another. A secret: never logged. */
    @WithParentName
    Optional<String> keys();

    /** A file that holds the same. */
    Optional<Path> file();

    /** Where a key of its own is kept, for a CRM that holds nobody's data. */
    @WithDefault("${gateway.data:./data}")
    Path data();
}
