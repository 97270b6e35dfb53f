package ghl.gateway.security;

import static org.assertj.core.api.Assertions.assertThat;

import ghl.gateway.fixture.FreePort;
import ghl.gateway.fixture.GatewayLaunch;
import ghl.gateway.fixture.GatewayProcess;
import ghl.gateway.fixture.NodeScript;
import ghl.gateway.fixture.Requirement;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Cross-origin requests from pages in a real Chromium, and preflights. */
class CrossOriginIT {

    private static final Duration LIMIT = Duration.ofSeconds(120);
    private static final Path CHROMIUM =
            Path.of(Optional.ofNullable(System.getenv("CHROMIUM")).orElse("/usr/bin/chromium"));
    private static final String LISTED = "https://app.example.com";

    @Test
    void listed_page_reads_with_its_users_token_and_others_are_refused() {
        Requirement.that(
                Files.isExecutable(CHROMIUM),
                "There is no Chromium at " + CHROMIUM + ": install it, or name another one in CHROMIUM");
        int listed = FreePort.find();
        int foreign = FreePort.find();
        try (OpenIdProvider provider = new OpenIdProvider();
                GatewayProcess gateway = GatewayLaunch.fresh()
                        .with(provider.settings())
                        .with("GATEWAY_ORIGINS", "http://127.0.0.1:" + listed)
                        .start()) {
            NodeScript.Outcome pages = new NodeScript("origin.mjs")
                    .run(
                            LIMIT,
                            gateway.url(""),
                            provider.token(List.of("reader"), List.of("*")),
                            String.valueOf(listed),
                            String.valueOf(foreign));

            assertThat(pages.output()).contains("5 of 5 steps ok");
            assertThat(pages.exitCode()).isZero();
        }
    }

    @Test
    void preflight_is_allowed_for_listed_origins_only() {
        try (OpenIdProvider provider = new OpenIdProvider();
                GatewayProcess gateway = GatewayLaunch.fresh()
                        .with(provider.settings())
                        .with("GATEWAY_ORIGINS", LISTED)
                        .start()) {
            var allowed = preflight(gateway, LISTED);
            assertThat(allowed.statusCode()).isEqualTo(204);
            assertThat(allowed.headers().firstValue("Access-Control-Allow-Origin"))
                    .contains(LISTED);
            assertThat(allowed.headers().firstValue("Access-Control-Allow-Credentials"))
                    .isEmpty();

            for (String other :
                    List.of("https://evil.example", "null", LISTED + ".evil.example", "http://app.example.com")) {
                var refused = preflight(gateway, other);
                assertThat(refused.statusCode()).as(other).isEqualTo(403);
                assertThat(refused.headers().firstValue("Access-Control-Allow-Origin"))
                        .as(other)
                        .isEmpty();
            }
        }
    }

    @Test
    void wildcard_origin_stops_the_start() {
        assertThat(GatewayLaunch.fresh()
                        .with("GATEWAY_ORIGINS", "https://*.example.com")
                        .refusal())
                .contains("GATEWAY_ORIGINS must list origins such as https://app.example.com");
    }

    @Test
    void openid_provider_without_audience_stops_the_start() {
        assertThat(GatewayLaunch.fresh()
                        .with("GATEWAY_OIDC_URL", "http://127.0.0.1:9")
                        .refusal())
                .contains("GATEWAY_OIDC_AUDIENCE is missing");
    }

    private static HttpResponse<String> preflight(GatewayProcess gateway, String origin) {
        return new Request(gateway, "OPTIONS", "/graphql", null, Map.of())
                .with("Origin", origin)
                .with("Access-Control-Request-Method", "POST")
                .with("Access-Control-Request-Headers", "authorization,content-type")
                .send();
    }
}
