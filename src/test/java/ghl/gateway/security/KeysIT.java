package ghl.gateway.security;

import static org.assertj.core.api.Assertions.assertThat;

import ghl.gateway.fixture.GatewayLaunch;
import ghl.gateway.fixture.GatewayLaunch.Outcome;
import ghl.gateway.fixture.GatewayProcess;
import ghl.gateway.fixture.Patience;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Key commands of the packaged gateway, and their effect on a running one. */
class KeysIT {

    private static final String LOCATION = "sbxMainLocation00001";
    private static final Duration SOON = Patience.LIMIT;

    private static GatewayLaunch launch;
    private static GatewayCommands commands;
    private static GatewayProcess gateway;

    @BeforeAll
    static void startGateway() {
        launch = GatewayLaunch.fresh();
        commands = new GatewayCommands(launch);
        gateway = launch.start();
    }

    @AfterAll
    static void stopGateway() {
        gateway.close();
    }

    @Test
    void first_key_guards_an_open_gateway_and_its_revocation_does_not_reopen_it() {
        GatewayLaunch launch = GatewayLaunch.fresh();
        GatewayCommands commands = new GatewayCommands(launch);
        try (GatewayProcess gateway = launch.start()) {
            assertThat(status(gateway, null)).isEqualTo(200);

            String key = reader(commands, "first");
            Patience.await().atMost(SOON).until(() -> status(gateway, null) == 401);
            assertThat(status(gateway, key)).isEqualTo(200);

            commands.succeed("keys", "revoke", id(key));
            Patience.await().atMost(SOON).until(() -> status(gateway, key) == 401);
            assertThat(status(gateway, null)).isEqualTo(401);
            assertThat(gateway.log())
                    .contains("the first secret key was created")
                    .doesNotContain(key);
        }
        try (GatewayProcess again = launch.start()) {
            assertThat(status(again, null)).isEqualTo(401);
            assertThat(again.log()).contains("Access: guarded");
        }
    }

    @Test
    void rotated_key_is_valid_until_revoked() {
        String old = reader("rotated");
        String young = commands.succeed("keys", "rotate", id(old));
        awaitValid(old);
        awaitValid(young);

        commands.succeed("keys", "revoke", id(old));
        Patience.await().atMost(SOON).until(() -> status(gateway, old) == 401);

        assertThat(status(gateway, young)).isEqualTo(200);
    }

    @Test
    void key_with_one_wrong_letter_is_refused() {
        String key = reader("letters");
        awaitValid(key);
        char last = key.charAt(20);
        String wrong = key.substring(0, 20) + (last == 'A' ? 'B' : 'A') + key.substring(21);

        assertThat(status(gateway, wrong)).isEqualTo(401);
        assertThat(status(gateway, key.replace("sk_", "pk_"))).isEqualTo(401);
        assertThat(status(gateway, "sk_")).isEqualTo(401);
    }

    @Tag("proof")
    @Test
    void secret_is_in_no_list_log_or_file() throws Exception {
        String key = reader("canary");
        String secret = key.substring(key.lastIndexOf(id(key)) + id(key).length() + 1);
        awaitValid(key);
        assertThat(commands.succeed("keys", "list")).contains(id(key), "canary").doesNotContain(secret);
        try (Stream<Path> files = Files.walk(launch.home())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain(secret);
            }
        }
    }

    @Test
    void audit_records_creation_first_use_and_revocation() throws Exception {
        String key = reader("audited");
        awaitValid(key);
        Patience.await().atMost(SOON).until(() -> audit(key).size() == 2);
        status(gateway, key);
        commands.succeed("keys", "revoke", id(key));

        assertThat(audit(key))
                .containsExactly(
                        "command line: key created sk_" + id(key),
                        "key " + id(key) + ": key used sk_" + id(key),
                        "command line: key revoked sk_" + id(key));
    }

    @Tag("proof")
    @Test
    void open_setting_with_keys_stops_the_start() {
        GatewayLaunch launch = GatewayLaunch.fresh();
        reader(new GatewayCommands(launch), "undecided");

        assertThat(launch.with("GATEWAY_ACCESS", "open").refusal())
                .contains("access keys exist", "unset GATEWAY_ACCESS");
    }

    @Test
    void invalid_arguments_are_refused_with_a_message() {
        assertThat(commands.run("keys", "create", "--role", "king", "--location", LOCATION, "--label", "x"))
                .satisfies(outcome -> assertThat(outcome.exitCode()).isNotZero())
                .satisfies(outcome -> assertThat(outcome.output())
                        .isEqualTo("--role must be reader, submitter, operator or remover (got \"king\")"));
        assertThat(commands.run("keys", "revoke", "nothing").output())
                .isEqualTo("No valid key has the ID nothing: see keys list");
        assertThat(commands.run("keys", "publish", "--form", "f", "--origin", "https://*.example", "--label", "x")
                        .output())
                .contains("is not an origin");
    }

    @Tag("proof")
    @Test
    void key_for_an_undefined_form_is_refused() {
        assertThat(publish("quote").output())
                .isEqualTo("Form quote is not defined: add quote.yaml to the folder of GATEWAY_FORMS first. Defined:"
                        + " demo, erase-me, lead-capture, service-request, unsubscribe");
        assertThat(publish("quote").exitCode()).isNotZero();
        assertThat(publish("lead-capture").output())
                .contains("pk_", "Warning: form lead-capture refuses this key: add `- type: public`");
        assertThat(publish("demo").output()).startsWith("pk_").doesNotContain("Warning");
    }

    @Tag("proof")
    @Test
    void key_for_a_location_without_a_token_is_refused() {
        GatewayCommands crm = new GatewayCommands(launch.with(Map.of(
                "HIGHLEVEL_URL", "https://crm.example",
                "HIGHLEVEL_LOCATIONS_PARIS_ID", "locationOfParis",
                "HIGHLEVEL_LOCATIONS_PARIS_TOKEN", "pit-1")));

        assertThat(create(crm, "locationOfRome").exitCode()).isNotZero();
        assertThat(create(crm, "locationOfRome").output())
                .startsWith("Location locationOfRome has no token: set HIGHLEVEL_LOCATIONS_<NAME>_ID")
                .endsWith("locationOfParis");
        assertThat(create(crm, "paris").output()).startsWith("sk_");
        assertThat(crm.succeed("keys", "list")).contains("locationOfParis").doesNotContain("locationOfRome");
    }

    @Tag("proof")
    @Test
    void key_for_an_unknown_location_of_the_sandbox_is_warned_of() {
        assertThat(create(commands, "somewhere").output())
                .contains("sk_", "Warning: location somewhere was not checked: make sure that the sandbox has it");
    }

    @Tag("proof")
    @Test
    void wrong_setting_is_named_in_the_warning_without_its_value() {
        GatewayCommands wrong = new GatewayCommands(launch.with("HIGHLEVEL_URL", "https://me:secret@crm.example"));

        assertThat(create(wrong, "somewhere").output())
                .contains("sk_", "the gateway would not start. HIGHLEVEL_URL must be `sandbox` or the address of a CRM")
                .doesNotContain("secret@");
    }

    private Outcome publish(String form) {
        return commands.run("keys", "publish", "--form", form, "--origin", "https://example.com", "--label", "page");
    }

    private static Outcome create(GatewayCommands commands, String location) {
        return commands.run("keys", "create", "--role", "reader", "--location", location, "--label", "server");
    }

    private static List<String> audit(String key) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection database = DriverManager.getConnection(
                        "jdbc:sqlite:" + launch.home().resolve("data/gateway.db"));
                ResultSet found = database.createStatement()
                        .executeQuery("SELECT actor, action, detail FROM audit WHERE detail = 'sk_" + id(key)
                                + "' ORDER BY rowid")) {
            while (found.next()) {
                rows.add(found.getString(1) + ": " + found.getString(2) + " " + found.getString(3));
            }
        }
        return rows;
    }

    private static void awaitValid(String key) {
        Patience.await().atMost(SOON).until(() -> status(gateway, key) == 200);
    }

    private static String reader(String label) {
        return reader(commands, label);
    }

    private static String reader(GatewayCommands commands, String label) {
        return commands.succeed("keys", "create", "--role", "reader", "--location", LOCATION, "--label", label);
    }

    private static String id(String key) {
        return key.substring(3, 15);
    }

    private static int status(GatewayProcess gateway, String key) {
        return Request.graphql(gateway, "{ quota { remaining } }")
                .by(key)
                .send()
                .statusCode();
    }
}
