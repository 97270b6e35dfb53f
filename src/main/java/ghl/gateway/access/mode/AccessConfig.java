package ghl.gateway.access.mode;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import java.util.Optional;

/** Who may call the gateway. */
@ConfigMapping(prefix = "gateway.access")
interface AccessConfig {

    /**
     * {@code open}: no keys; callers on this machine only. Required to use a CRM other than the sandbox without keys.
     * {@code open-sandbox}: no keys; the sandbox of this process may listen on another address, for a container. Callers
     * still have to use a host name of this machine. {@code guarded}: every caller needs a key or a token, even before the
     * first key exists. Unset: {@code guarded} as soon as there is a secret key or an OpenID provider, otherwise {@code
     * open}.
     */
    @WithParentName
    Optional<AccessPolicy> mode();
}
