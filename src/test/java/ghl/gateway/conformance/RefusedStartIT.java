package ghl.gateway.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import ghl.gateway.fixture.GatewayLaunch;
import ghl.gateway.fixture.GatewayProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged gateway refuses to start with ambiguous or wrong settings and says what to change. */
@Tag("proof")
class RefusedStartIT {

    /** An address without a server: the start is refused before the first call. */
    private static final CrmAddress CRM = CrmAddress.at("http://127.0.0.1:9");

    private static final String PASSWORD = "open-sesame";

    @Test
    void live_crm_without_access_setting() {
        assertRefused(
                CRM.guardedGateway(),
                "A CRM other than the sandbox is configured, but no access key exists",
                "set GATEWAY_ACCESS=open");
    }

    @Test
    void token_without_location() {
        assertRefused(
                GatewayLaunch.fresh().with("HIGHLEVEL_TOKEN", CrmAddress.TOKEN).with("GATEWAY_ACCESS", "open"),
                "HIGHLEVEL_TOKEN is set but HIGHLEVEL_LOCATION_ID is missing");
    }

    @Test
    void location_without_token() {
        assertRefused(
                GatewayLaunch.fresh().with("HIGHLEVEL_LOCATION_ID", CrmAddress.LOCATION),
                "HIGHLEVEL_LOCATION_ID is set but HIGHLEVEL_TOKEN is missing");
    }

    @Test
    void address_without_token() {
        assertRefused(
                GatewayLaunch.fresh().with("HIGHLEVEL_URL", CRM.address()),
                "HIGHLEVEL_URL names a CRM but HIGHLEVEL_TOKEN and HIGHLEVEL_LOCATION_ID are missing");
    }

    @Test
    void wrong_values_are_all_reported_without_a_stack_trace() {
        String log = GatewayLaunch.fresh()
                .with("HIGHLEVEL_TIMEOUT", "abc")
                .with("SUBMISSION_THREADS", "0")
                .with("GATEWAY_ORIGINS", "https://*.example.com")
                .with("HIGHLEVEL_LOCATIONS_BERLIN_ID", CrmAddress.LOCATION)
                .with("GATEWAY_ACCESS", "closed")
                .refusal();

        assertThat(log.lines())
                .contains(
                        "HIGHLEVEL_TIMEOUT must be a duration such as 10s or 5m (got \"abc\").",
                        "SUBMISSION_THREADS must be at least 1 (got 0).",
                        "HIGHLEVEL_LOCATIONS_BERLIN_TOKEN is missing: set it.",
                        "GATEWAY_ACCESS must be one of guarded,open,open-sandbox (got \"closed\").",
                        "GATEWAY_ORIGINS must list origins such as https://app.example.com, without a path and without *,"
                                + " separated by commas (got \"https://*.example.com\").")
                .noneMatch(line -> line.startsWith("\tat "));
    }

    @Test
    void contradictory_settings() {
        assertRefused(
                GatewayLaunch.fresh().with("SUBMISSION_LEASE", "15s"),
                "SUBMISSION_LEASE must be at least twice HIGHLEVEL_TIMEOUT, PT20S (got PT15S).");
    }

    @Test
    void second_gateway_on_the_same_data() {
        GatewayLaunch launch = GatewayLaunch.fresh();
        try (GatewayProcess first = launch.start()) {
            assertRefused(launch, "is in use by another gateway: give each gateway its own directory");
            assertThat(first.log()).contains("Database: SQLite in ");
        }
    }

    @Test
    void unsupported_database() {
        assertRefused(
                GatewayLaunch.fresh().with("GATEWAY_DB_URL", "jdbc:mysql://localhost/gateway?password=" + PASSWORD),
                "GATEWAY_DB_URL is not a valid PostgreSQL address");
    }

    @Test
    void unreachable_postgresql() {
        assertRefused(
                GatewayLaunch.fresh()
                        .with("GATEWAY_DB_URL", "postgresql://gateway:" + PASSWORD + "@127.0.0.1:9/gateway"),
                "GATEWAY_DB_URL: cannot connect to PostgreSQL at 127.0.0.1:9/gateway");
    }

    @Test
    void invalid_form_definition(@TempDir Path forms) throws IOException {
        Files.writeString(
                forms.resolve("quote.yaml"), "answers:\n  email: {}\ncontact:\n  email: \"{emial}\"\ntags: {a: b}\n");

        assertRefused(
                GatewayLaunch.fresh().with("GATEWAY_FORMS", forms.toString()),
                "Form definitions are invalid:",
                "quote.yaml:5: tags must be a list");
    }

    @Test
    void form_without_its_secret(@TempDir Path forms) throws IOException {
        Files.writeString(
                forms.resolve("quote.yaml"),
                "answers:\n  email: {type: email}\ncontact:\n  email: \"{email}\"\nsenders:\n"
                        + "  - {type: tally, secretEnv: QUOTE_SECRET}\n");

        assertRefused(
                GatewayLaunch.fresh().with("GATEWAY_FORMS", forms.toString()),
                "quote.yaml:6: environment variable QUOTE_SECRET is not set: set it");
    }

    @Test
    void missing_forms_directory() {
        assertRefused(
                GatewayLaunch.fresh().with("GATEWAY_FORMS", "/nowhere/forms"),
                "GATEWAY_FORMS is /nowhere/forms, which is not a directory: create it or change the setting.");
    }

    private static void assertRefused(GatewayLaunch launch, String... sentences) {
        String log = launch.refusal();

        assertThat(log).contains(sentences).doesNotContain(PASSWORD);
        System.out.println("refused: " + sentences[0]);
    }
}
