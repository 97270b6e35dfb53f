package ghl.gateway.access.oidc;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** The OpenID provider whose tokens people show. */
@ConfigMapping(prefix = "gateway.oidc")
public interface OidcConfig {

    /** Address of the issuer, below which {@code /.well-known/openid-configuration} is; unset: there is none. */
    Optional<String> url();

    /**
     * What tokens must be for. Without it tokens that the provider made for other services would do: required with the
     * address.
     */
    Optional<String> audience();

    /** Where a token says its roles: a claim, or a path of claims such as {@code realm_access/roles}. */
    @WithDefault("roles")
    String rolesClaim();

    /** Where a token says its locations, {@code *} for all; a token that says none reaches none. */
    @WithDefault("locations")
    String locationsClaim();
}
