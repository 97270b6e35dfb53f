package ghl.gateway.durability;

import static org.assertj.core.api.Assertions.assertThat;

import ghl.gateway.fixture.GatewayLaunch;
import ghl.gateway.fixture.GatewayProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What nobody may read is not in the gateway's files, and not in its log at its most talkative. */
class NothingLeaksIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String EMAIL = "canary.person@example.com";
    private static final String PHONE = "+12125550147";
    private static final String NOTE = "canary-note-text";

    /** Tokens of the sandbox begin so. */
    private static final List<String> CANARIES = List.of(
            EMAIL,
            "canary.person",
            PHONE,
            "2125550147",
            NOTE,
            CrmProcess.CLIENT_SECRET,
            "sbx-access-",
            "sbx-refresh-",
            "Canaryfirst");

    @Test
    void not_in_the_database_not_in_its_write_ahead_log_and_not_in_the_log_at_debug() throws IOException {
        try (CrmProcess crm = CrmProcess.start()) {
            crm.rest().patch("/_control/oauth", Map.of("accessTokenSeconds", 3));
            GatewayLaunch launch = crm.gatewayWithApp().with("QUARKUS_LOG_LEVEL", "DEBUG");
            List<Path> files;
            try (GatewayProcess gateway = launch.start()) {
                atWork(crm, gateway);
                gateway.kill();
                files = files(launch);
            }

            assertThat(files.stream().map(file -> file.getFileName().toString()))
                    .contains("gateway.db", "gateway.db-wal", "master.key");
            for (Path file : files) {
                String content = Files.readString(file, StandardCharsets.ISO_8859_1);
                for (String canary : CANARIES) {
                    assertThat(content.contains(canary))
                            .as(canary + " in " + file)
                            .isFalse();
                }
                System.out.printf("no canary in %s (%d bytes)%n", file.getFileName(), content.length());
            }
        }
    }

    /** Installs, renews, refuses a token, loses an answer, delivers and reads. */
    private static void atWork(CrmProcess crm, GatewayProcess gateway) {
        CrmLocation location = crm.location(Map.of("ownTokenOnly", true));
        String installation = "location/" + location.id();
        String contact = location.contact(Map.of("firstName", "Canaryfirst", "email", "other." + EMAIL));
        Operator.connects(gateway, installation);
        GraphCaller caller = new GraphCaller(gateway);
        location.fault(Map.of("operation", "create-note", "dropAnswer", true));
        location.fault(Map.of("operation", "create-task", "status", 422));
        caller.awaitRest(caller.submit(location, form()).id(), PATIENCE);
        Awaitility.await().atMost(PATIENCE).until(() -> {
            caller.firstName(location, contact);
            return crm.rest()
                            .get("/_control/oauth/counters?installation=" + installation)
                            .path("refreshes")
                            .asInt()
                    >= 2;
        });
        crm.rest().post("/_control/faults", Map.of("operation", "get-access-token", "status", 500, "times", 2));
        crm.rest().post("/_control/oauth/expire", Map.of("installation", installation));
        Awaitility.await().atMost(PATIENCE).ignoreExceptions().until(() -> caller.firstName(location, contact)
                .equals("Canaryfirst"));
        caller.submit(location, form());
    }

    private static Map<String, Object> form() {
        return Map.of(
                "contact", Map.of("firstName", "Canaryfirst", "email", EMAIL, "phone", PHONE),
                "tasks", List.of(Map.of("title", "canary-note-text title")),
                "notes", List.of(Map.of("body", NOTE)),
                "wait", "PT2S");
    }

    private static List<Path> files(GatewayLaunch launch) throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> all = Files.walk(launch.home())) {
            all.filter(Files::isRegularFile).forEach(files::add);
        }
        return files;
    }
}
