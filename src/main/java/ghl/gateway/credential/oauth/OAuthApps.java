package ghl.gateway.credential.oauth;

import ghl.gateway.highlevel.settings.CrmConnection;
import ghl.gateway.highlevel.settings.HighLevelConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The app from the settings, or the one that the sandbox knows. */
@ApplicationScoped
public class OAuthApps {

    private static final String SANDBOX_CLIENT = "sbxapp0000000000001-gateway";
    private static final String SANDBOX_SECRET = "sandbox-secret";
    private static final String SANDBOX_CONSENT = "/sandbox/oauth/chooselocation";

    private final Optional<OAuthApp> app;

    OAuthApps(HighLevelConfig config, CrmConnection connection) {
        this.app = connection.isSandbox()
                ? Optional.of(new OAuthApp(
                        SANDBOX_CLIENT,
                        SANDBOX_SECRET,
                        Optional.empty(),
                        SANDBOX_CONSENT,
                        config.oauth().scopes()))
                : connection.hasApp() ? Optional.of(configured(config.oauth())) : Optional.empty();
    }

    public Optional<OAuthApp> app() {
        return app;
    }

    OAuthApp required() {
        return app.orElseThrow(() -> new IllegalStateException("No OAuth app is configured"));
    }

    private static OAuthApp configured(HighLevelConfig.OAuthConfig config) {
        return new OAuthApp(
                config.clientId().orElseThrow(),
                config.clientSecret().orElseThrow(),
                config.redirectUri(),
                config.consentUrl(),
                config.scopes());
    }
}
