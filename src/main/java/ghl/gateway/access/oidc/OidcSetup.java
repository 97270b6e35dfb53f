package ghl.gateway.access.oidc;

import io.quarkus.oidc.Oidc;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.runtime.OidcTenantConfig.ApplicationType;
import io.quarkus.oidc.runtime.OidcUtils;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;

/** Makes Quarkus take the tokens of the provider that the settings name. */
@ApplicationScoped
class OidcSetup {

    private final OidcConfig config;

    OidcSetup(OidcConfig config) {
        this.config = config;
    }

    void create(@Observes Oidc oidc) {
        said(config.url())
                .ifPresent(url -> oidc.create(OidcTenantConfig.authServerUrl(url)
                        .followRedirects(false)
                        .tenantId(OidcUtils.DEFAULT_TENANT_ID)
                        .applicationType(ApplicationType.SERVICE)
                        .token()
                        .audience(audience())
                        .subjectRequired()
                        // Asking the provider about each text that nobody can read would be a lever against it.
                        .allowJwtIntrospection(false)
                        .allowOpaqueTokenIntrospection(false)
                        .end()
                        .build()));
    }

    private String audience() {
        return said(config.audience())
                .orElseThrow(() -> new ConfigurationException("GATEWAY_OIDC_URL names an OpenID provider, but"
                        + " GATEWAY_OIDC_AUDIENCE is missing: set what its tokens for this gateway have as their audience,"
                        + " or tokens for any other service would do."));
    }

    private static Optional<String> said(Optional<String> setting) {
        return setting.map(String::strip).filter(text -> !text.isEmpty());
    }
}
