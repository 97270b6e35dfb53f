package ghl.gateway.access.mode;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import java.util.Optional;

/** Settings of who may call. */
@ConfigMapping(prefix = "gateway.access")
interface AccessConfig {

    /**
     * {@code open}: no keys, this machine only; must be said for a CRM that is not the sandbox of this process. {@code
     * open-sandbox}: the sandbox of this process may be reached from other addresses, for a container. {@code guarded}:
     * nobody without a key or a token, even before there is any. Unset: guarded as soon as there is a secret key or an
     * OpenID provider.
     */
    @WithParentName
    Optional<String> mode();
}
