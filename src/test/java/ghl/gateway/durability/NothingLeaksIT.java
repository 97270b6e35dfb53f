package ghl.gateway.durability;

import static org.assertj.core.api.Assertions.assertThat;

import ghl.gateway.fixture.GatewayLaunch;
import ghl.gateway.fixture.GatewayProcess;
import ghl.gateway.fixture.Patience;
import ghl.gateway.fixture.PostgresServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Personal data and secrets are not in the gateway's files, nor in its log at DEBUG. */
@Tag("proof")
class NothingLeaksIT {

    private static final Duration PATIENCE = Patience.LIMIT;
    private static final String EMAIL = "canary.person@example.com";
    private static final String PHONE = "+12125550147";
    private static final String NOTE = "canary-note-text";

    private static final String FIXED_TOKEN = "pit-canary-token";

    /** Prefixes of the sandbox's tokens and codes. */
    private static final List<String> CANARIES = List.of(
            EMAIL,
            "canary.person",
            PHONE,
            "2125550147",
            NOTE,
            CrmProcess.CLIENT_SECRET,
            FIXED_TOKEN,
            "sbx-code-",
            "sbx-access-",
            "sbx-refresh-",
            "Canaryfirst");

    @Test
    void personal_data_is_not_in_database_write_ahead_log_or_debug_log() throws IOException {
        try (CrmProcess crm = CrmProcess.start()) {
            GatewayLaunch launch = talkative(crm);
            Map<String, String> files = leftBy(crm, launch, List.of(launch.home()));

            assertThat(files).containsKeys("gateway.db", "gateway.db-wal", "master.key");
            assertThat(files.get("gateway.db-wal")).as("the log has pages").hasSizeGreaterThan(10_000);
            String masterKey = files.remove("master.key").strip();
            assertThat(files).allSatisfy((file, content) -> assertThat(content.contains(masterKey))
                    .as("the master key in " + file)
                    .isFalse());
        }
    }

    @Test
    void personal_data_is_not_in_the_files_of_postgresql() throws IOException {
        try (CrmProcess crm = CrmProcess.start();
                PostgresServer postgres = PostgresServer.launch()) {
            GatewayLaunch launch = Engine.postgres(postgres).on(talkative(crm));

            Map<String, String> files = leftBy(crm, launch, List.of(launch.home(), postgres.home()));

            assertThat(files).containsKeys("server.log", "pg_control");
        }
    }

    private static GatewayLaunch talkative(CrmProcess crm) {
        crm.rest().patch("/_control/oauth", Map.of("accessTokenSeconds", 3));
        return crm.gatewayWithApp().with("QUARKUS_LOG_LEVEL", "DEBUG");
    }

    /** Lets a gateway work, kills it and searches all files for canaries. @return their contents by name */
    private static Map<String, String> leftBy(CrmProcess crm, GatewayLaunch launch, List<Path> folders)
            throws IOException {
        CrmLocation fixed = crm.location(Map.of("ownTokenOnly", true));
        crm.rest().post("/_control/tokens", Map.of("token", FIXED_TOKEN, "locationIds", List.of(fixed.id())));
        String knownToBeThere;
        try (GatewayProcess gateway = launch.with("HIGHLEVEL_LOCATIONS_FIXED_ID", fixed.id())
                .with("HIGHLEVEL_LOCATIONS_FIXED_TOKEN", FIXED_TOKEN)
                .start()) {
            new GraphCaller(gateway).submit(fixed, form());
            knownToBeThere = atWork(crm, gateway);
            gateway.kill();
        }
        Map<String, String> contents = new HashMap<>();
        for (Path folder : folders) {
            for (Path file : files(folder)) {
                String content = Files.readString(file, StandardCharsets.ISO_8859_1);
                for (String canary : CANARIES) {
                    assertThat(content.contains(canary))
                            .as(canary + " in " + file)
                            .isFalse();
                }
                contents.merge(file.getFileName().toString(), content, String::concat);
            }
        }
        assertThat(contents.values())
                .as("the location id, which is not a secret, is found, so the search works")
                .anyMatch(content -> content.contains(" DEBUG "))
                .anyMatch(content -> !content.contains(" DEBUG ") && content.contains(knownToBeThere));
        System.out.printf(
                "no canary in %d files with %d characters%n",
                contents.size(),
                contents.values().stream().mapToLong(String::length).sum());
        return contents;
    }

    /** Installs, refreshes, rejects a token, loses an answer, delivers and reads. @return the location's id, not a secret */
    private static String atWork(CrmProcess crm, GatewayProcess gateway) {
        CrmLocation location = crm.location(Map.of("ownTokenOnly", true));
        String installation = "location/" + location.id();
        String contact = location.contact(Map.of("firstName", "Canaryfirst", "email", "other." + EMAIL));
        Operator.connects(gateway, installation);
        GraphCaller caller = new GraphCaller(gateway);
        location.fault(Map.of("operation", "create-note", "dropAnswer", true));
        location.fault(Map.of("operation", "create-task", "status", 422));
        caller.awaitRest(caller.submit(location, form()).id(), PATIENCE);
        Patience.await().atMost(PATIENCE).until(() -> {
            caller.firstName(location, contact);
            return crm.rest()
                            .get("/_control/oauth/counters?installation=" + installation)
                            .path("refreshes")
                            .asInt()
                    >= 2;
        });
        crm.rest().post("/_control/faults", Map.of("operation", "get-access-token", "status", 500, "times", 2));
        crm.rest().post("/_control/oauth/expire", Map.of("installation", installation));
        Patience.await().atMost(PATIENCE).ignoreExceptions().until(() -> caller.firstName(location, contact)
                .equals("Canaryfirst"));
        caller.submit(location, form());
        return location.id();
    }

    private static Map<String, Object> form() {
        return Map.of(
                "contact", Map.of("firstName", "Canaryfirst", "email", EMAIL, "phone", PHONE),
                "tasks", List.of(Map.of("title", "canary-note-text title")),
                "notes", List.of(Map.of("body", NOTE)),
                "wait", "PT2S");
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }
}
