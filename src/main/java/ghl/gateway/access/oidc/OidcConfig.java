package ghl.gateway.access.oidc;

import ghl.gateway.highlevel.settings.SecureAddress;
import io.quarkus.runtime.configuration.TrimmedStringConverter;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Pattern;
import java.util.Optional;

/** The OpenID provider whose tokens identify people. */
@ConfigMapping(prefix = "gateway.oidc")
public interface OidcConfig {

    /**
     * Issuer address of an OpenID provider ({@code https}; {@code http} on this machine only), which serves {@code
     * /.well-known/openid-configuration} below it. Unset: OpenID tokens are not accepted.
     */
    Optional<
                    @WithConverter(TrimmedStringConverter.class)
                    @Pattern(
                            regexp = SecureAddress.PATTERN,
                            message =
                                    "must be the address of an OpenID issuer, such as https://login.example.com/realms/main"
                                            + SecureAddress.RULE)
                    String>
            url();

    /**
     * Audience that tokens must have. Required with {@code GATEWAY_OIDC_URL}: without it, tokens that the provider issued
     * for other services would be accepted.
     */
    Optional<@WithConverter(TrimmedStringConverter.class) String> audience();

    /**
     * Claim that holds the roles of a token, or a path of claims such as {@code realm_access/roles}. The value is a list,
     * or a text separated by blanks.
     */
    @WithDefault("roles")
    String rolesClaim();

    /**
     * Claim that holds the locations of a token, in the same form; {@code *} stands for all. A token without this claim
     * has access to no location.
     */
    @WithDefault("locations")
    String locationsClaim();
}
