package ghl.gateway.security;

import static org.assertj.core.api.Assertions.assertThat;

import ghl.gateway.fixture.GatewayLaunch;
import ghl.gateway.fixture.GatewayProcess;
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
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Keys made by the packaged gateway's commands, and what a running gateway makes of them. */
class KeysIT {

    private static final String LOCATION = "sbxMainLocation00001";
    private static final Duration SOON = Duration.ofSeconds(3);

    private final GatewayLaunch launch = GatewayLaunch.fresh();
    private final GatewayCommands commands = new GatewayCommands(launch);

    @Test
    void the_first_key_closes_a_gateway_that_stood_open_and_its_end_opens_nothing() {
        try (GatewayProcess gateway = launch.start()) {
            assertThat(status(gateway, null)).isEqualTo(200);

            String key = reader("first");
            Awaitility.await().atMost(SOON).until(() -> status(gateway, null) == 401);
            assertThat(status(gateway, key)).isEqualTo(200);

            commands.succeed("keys", "revoke", id(key));
            Awaitility.await().atMost(SOON).until(() -> status(gateway, key) == 401);
            assertThat(status(gateway, null)).isEqualTo(401);
            assertThat(gateway.log()).contains("The first key was made").doesNotContain(key);
        }
        try (GatewayProcess again = launch.start()) {
            assertThat(status(again, null)).isEqualTo(401);
            assertThat(again.log()).contains("Access: guarded");
        }
    }

    @Test
    void a_key_and_the_one_that_replaces_it_hold_at_the_same_time() {
        String old = reader("rotated");
        String young = commands.succeed("keys", "rotate", id(old));
        try (GatewayProcess gateway = launch.start()) {
            assertThat(status(gateway, old)).isEqualTo(200);
            assertThat(status(gateway, young)).isEqualTo(200);

            commands.succeed("keys", "revoke", id(old));
            Awaitility.await().atMost(SOON).until(() -> status(gateway, old) == 401);

            assertThat(status(gateway, young)).isEqualTo(200);
        }
    }

    @Test
    void a_key_that_is_wrong_in_one_letter_is_none() {
        String key = reader("letters");
        try (GatewayProcess gateway = launch.start()) {
            char last = key.charAt(20);
            String wrong = key.substring(0, 20) + (last == 'A' ? 'B' : 'A') + key.substring(21);

            assertThat(status(gateway, wrong)).isEqualTo(401);
            assertThat(status(gateway, key.replace("sk_", "pk_"))).isEqualTo(401);
            assertThat(status(gateway, "sk_")).isEqualTo(401);
        }
    }

    @Test
    void the_secret_is_in_no_list_no_log_and_no_file() throws Exception {
        String key = reader("canary");
        String secret = key.substring(key.lastIndexOf(id(key)) + id(key).length() + 1);
        try (GatewayProcess gateway = launch.start()) {
            assertThat(status(gateway, key)).isEqualTo(200);
            assertThat(commands.succeed("keys", "list"))
                    .contains(id(key), "canary")
                    .doesNotContain(secret);
        }
        try (Stream<Path> files = Files.walk(launch.home())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain(secret);
            }
        }
    }

    @Test
    void the_audit_tells_of_a_key_when_it_was_made_first_used_and_revoked() throws Exception {
        String key = reader("audited");
        try (GatewayProcess gateway = launch.start()) {
            status(gateway, key);
            status(gateway, key);
            Awaitility.await().atMost(SOON).until(() -> !commands.succeed("keys", "list")
                    .contains("never"));
            commands.succeed("keys", "revoke", id(key));
        }

        assertThat(audit())
                .containsExactly(
                        "command line: key created sk_" + id(key),
                        "key " + id(key) + ": key used sk_" + id(key),
                        "command line: key revoked sk_" + id(key));
    }

    @Test
    void who_says_open_and_has_keys_is_told_to_decide() {
        reader("undecided");

        assertThat(launch.with("GATEWAY_ACCESS", "open").refusal())
                .contains("keys have been made", "unset GATEWAY_ACCESS");
    }

    @Test
    void what_makes_no_sense_is_told_in_a_sentence() {
        assertThat(commands.run("keys", "create", "--role", "king", "--location", LOCATION, "--label", "x"))
                .satisfies(outcome -> assertThat(outcome.exitCode()).isNotZero())
                .satisfies(outcome -> assertThat(outcome.output())
                        .isEqualTo("'king' is no role: use reader, submitter, operator or remover"));
        assertThat(commands.run("keys", "revoke", "nothing").output())
                .isEqualTo("There is no valid key with the id nothing");
        assertThat(commands.run("keys", "publish", "--form", "f", "--origin", "https://*.example", "--label", "x")
                        .output())
                .contains("is no origin");
    }

    private List<String> audit() throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection database = DriverManager.getConnection(
                        "jdbc:sqlite:" + launch.home().resolve("data/gateway.db"));
                ResultSet found = database.createStatement()
                        .executeQuery("SELECT actor, action, detail FROM audit ORDER BY rowid")) {
            while (found.next()) {
                rows.add(found.getString(1) + ": " + found.getString(2) + " " + found.getString(3));
            }
        }
        return rows;
    }

    private String reader(String label) {
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
