package ghl.gateway.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import ghl.gateway.fixture.GatewayLaunch;
import ghl.gateway.fixture.GatewayProcess;
import ghl.gateway.fixture.NodeScript;
import ghl.gateway.fixture.Requirement;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** GraphiQL in Chromium. */
class GraphiQLIT {

    private static final Duration LIMIT = Duration.ofSeconds(120);
    private static final Path CHROMIUM =
            Path.of(Optional.ofNullable(System.getenv("CHROMIUM")).orElse("/usr/bin/chromium"));
    private static final Path SCREENSHOT = Path.of("target/graphiql.png").toAbsolutePath();

    @Test
    void graphiql_works_without_requests_to_other_hosts() {
        Requirement.that(
                Files.isExecutable(CHROMIUM),
                "There is no Chromium at " + CHROMIUM + ": install it, or name another one in CHROMIUM");
        try (GatewayProcess gateway = GatewayLaunch.fresh().start()) {
            NodeScript.Outcome page = new NodeScript("graphiql.mjs").run(LIMIT, gateway.url(""), SCREENSHOT.toString());

            assertThat(page.output()).contains("4 of 4 steps ok");
            assertThat(page.exitCode()).isZero();
            assertThat(SCREENSHOT).isNotEmptyFile();
        }
    }
}
