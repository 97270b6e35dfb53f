package ghl.gateway.access.oidc;

import io.quarkus.oidc.Oidc;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.runtime.OidcTenantConfig.ApplicationType;
import io.quarkus.oidc.runtime.OidcUtils;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Configures Quarkus to verify the tokens of the provider that the settings name. */
@ApplicationScoped
class OidcSetup {

    private final OidcConfig config;

    OidcSetup(OidcConfig config) {
        this.config = config;
    }

    void create(@Observes Oidc oidc) {
        config.url()
                .ifPresent(url -> oidc.create(OidcTenantConfig.authServerUrl(url)
                        .followRedirects(false)
                        .tenantId(OidcUtils.DEFAULT_TENANT_ID)
                        .applicationType(ApplicationType.SERVICE)
                        .token()
                        .audience(audience())
                        .subjectRequired()
                        // Otherwise each garbled token would cost the provider a request.
                        .allowJwtIntrospection(false)
                        .allowOpaqueTokenIntrospection(false)
                        .end()
                        .build()));
    }

    private String audience() {
        return config.audience()
                .orElseThrow(() -> new ConfigurationException(
                        "GATEWAY_OIDC_AUDIENCE is missing: set it to the audience of the provider's tokens for this gateway,"
                                + " so that tokens for other services are refused."));
    }
}
