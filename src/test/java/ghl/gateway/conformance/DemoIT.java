package ghl.gateway.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import ghl.gateway.fixture.FreePort;
import ghl.gateway.fixture.GatewayLaunch;
import ghl.gateway.fixture.GatewayProcess;
import ghl.gateway.fixture.NodeScript;
import ghl.gateway.fixture.Requirement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The demo page in Chromium, and pages of other origins that send forms. */
class DemoIT {

    private static final Duration LIMIT = Duration.ofSeconds(180);
    private static final Path CHROMIUM =
            Path.of(Optional.ofNullable(System.getenv("CHROMIUM")).orElse("/usr/bin/chromium"));
    private static final Path SCREENSHOTS = Path.of("target/demo").toAbsolutePath();
    private static final Pattern KEY = Pattern.compile("pk_\\S+");

    @Test
    void demo_form_shows_its_outcome_and_only_allowed_pages_may_send() throws IOException {
        Requirement.that(
                Files.isExecutable(CHROMIUM),
                "There is no Chromium at " + CHROMIUM + ": install it, or name another one in CHROMIUM");
        Files.createDirectories(SCREENSHOTS);
        int port = FreePort.find();
        GatewayLaunch launch = GatewayLaunch.fresh();
        String key = publishableKey(launch, "http://127.0.0.1:" + port);
        try (GatewayProcess gateway = launch.start()) {
            NodeScript.Outcome page = new NodeScript("demo.mjs")
                    .run(LIMIT, gateway.url(""), key, String.valueOf(port), SCREENSHOTS.toString());

            assertThat(page.output()).contains("7 of 7 steps ok");
            assertThat(page.exitCode()).isZero();
            assertThat(SCREENSHOTS.resolve("phone-outcome.png")).isNotEmptyFile();
        }
    }

    private static String publishableKey(GatewayLaunch launch, String origin) {
        String output = launch.run("keys", "publish", "--form", "demo", "--origin", origin, "--label", "a page")
                .output();
        Matcher key = KEY.matcher(output);
        assertThat(key.find()).as(output).isTrue();
        return key.group();
    }
}
