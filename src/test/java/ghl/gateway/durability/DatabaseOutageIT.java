package ghl.gateway.durability;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import ghl.gateway.fixture.Executables;
import ghl.gateway.fixture.GatewayLaunch;
import ghl.gateway.fixture.GatewayProcess;
import ghl.gateway.fixture.Patience;
import ghl.gateway.fixture.PostgresServer;
import ghl.gateway.fixture.Requirement;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The database cannot be used for a while: readiness says why, every form is refused, the CRM can still be read, and the log
 * stays short.
 */
@Tag("proof")
class DatabaseOutageIT {

    private static final int FORMS = 300;
    private static final int MOST_LINES = 20;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String DEFINITION = """
            answers:
              email: {type: email, required: true}
            contact:
              email: "{email}"
            senders:
              - type: public
                guard: {perMinute: 10000}
            """;

    private final ExecutorService senders = Executors.newFixedThreadPool(30);
    private CrmProcess crm;
    private CrmLocation location;
    private String contactId;

    @BeforeEach
    void startTheCrm() {
        crm = CrmProcess.start();
        location = crm.location(Map.of());
        contactId = location.contact(Map.of("firstName", "Ada", "email", "ada@example.com"));
    }

    @AfterEach
    void stopTheCrm() {
        senders.shutdown();
        crm.close();
    }

    /** A file that may not grow fails like one on a full disk, and needs no disk of its own. */
    @Test
    void full_disk() throws Exception {
        Requirement.that(Executables.onPath("prlimit"), "prlimit (util-linux) is not installed");
        GatewayLaunch launch = launch(Engine.SQLITE);
        try (GatewayProcess gateway = launch.start()) {
            Path log = launch.home().resolve("data/gateway.db-wal");
            prove(
                    gateway,
                    () -> limitFiles(gateway, String.valueOf(Files.size(log))),
                    "the disk (failed or )?is full",
                    () -> limitFiles(gateway, "unlimited"));
        }
    }

    @Test
    void stopped_postgres() throws Exception {
        try (PostgresServer postgres = PostgresServer.launch();
                GatewayProcess gateway = launch(Engine.postgres(postgres)).start()) {
            prove(gateway, () -> postgres.stop("fast"), "PostgreSQL does not answer", postgres::start);
        }
    }

    @Test
    void read_only_postgres() throws Exception {
        try (PostgresServer postgres = PostgresServer.launch();
                GatewayProcess gateway = launch(Engine.postgres(postgres)).start()) {
            prove(gateway, () -> postgres.readOnly(true), "PostgreSQL is read-only", () -> postgres.readOnly(false));
        }
    }

    private interface Change {
        void run() throws IOException, InterruptedException;
    }

    private void prove(GatewayProcess gateway, Change begin, String reason, Change end) throws Exception {
        submitSurely(gateway, "before");
        long linesBefore = gateway.log().lines().count();

        begin.run();
        Patience.await().until(() -> !database(gateway).path("status").asText().equals("UP"));

        List<CompletableFuture<Boolean>> refusals = IntStream.range(0, FORMS)
                .mapToObj(form -> CompletableFuture.supplyAsync(() -> isRefused(gateway, form), senders))
                .toList();
        assertThat(refusals).allMatch(CompletableFuture::join);
        assertThat(database(gateway).at("/data/reason").asText()).matches(reason);
        assertThat(get(gateway, "/q/health/live").statusCode()).isEqualTo(200);
        assertThat(new GraphCaller(gateway).firstName(location, contactId)).isEqualTo("Ada");

        end.run();
        Patience.await().until(() -> database(gateway).path("status").asText().equals("UP"));
        submitSurely(gateway, "after");

        List<String> lines = gateway.log().lines().skip(linesBefore).toList();
        assertThat(lines).hasSizeLessThan(MOST_LINES);
        assertThat(lines)
                .filteredOn(line -> line.contains("WARN"))
                .singleElement()
                .asString()
                .containsPattern(reason);
        assertThat(lines)
                .filteredOn(line -> line.contains("can be used again"))
                .singleElement()
                .asString()
                .contains(FORMS + " forms were refused");
        assertThat(get(gateway, "/q/metrics").body()).contains("gateway_forms_refused_total " + FORMS + ".0");
    }

    /** By both ways in. */
    private boolean isRefused(GatewayProcess gateway, int form) {
        if (form % 2 == 0) {
            return !sent(form + "").send(new GraphCaller(gateway));
        }
        return send(request(gateway, "/forms/lead")
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString("email=lead" + form + "@example.com")))
                        .statusCode()
                == 503;
    }

    private void submitSurely(GatewayProcess gateway, String key) {
        GraphCaller caller = new GraphCaller(gateway);
        Sent sent = sent(key);
        sent.sendSurely(caller);
        assertThat(caller.awaitRest(sent.submissionId(), Patience.LIMIT))
                .hasValueSatisfying(receipt -> assertThat(receipt.isAtRest()).isTrue());
    }

    private Sent sent(String key) {
        Map<String, Object> input = Map.of("contact", Map.of("email", "form-" + key + "@example.com"));
        return new Sent(key, location, new FilledForm(input, new Facts()), key);
    }

    private GatewayLaunch launch(Engine engine) throws IOException {
        GatewayLaunch launch = engine.gateway(crm);
        Path forms = Files.createDirectory(launch.home().resolve("forms"));
        Files.writeString(forms.resolve("lead.yaml"), DEFINITION);
        return launch.with("GATEWAY_FORMS", forms.toString());
    }

    private static void limitFiles(GatewayProcess gateway, String bytes) throws IOException, InterruptedException {
        Process limiting = new ProcessBuilder("prlimit", "--pid=" + gateway.pid(), "--fsize=" + bytes + ":")
                .inheritIO()
                .start();
        assertThat(limiting.waitFor()).isZero();
    }

    private static JsonNode database(GatewayProcess gateway) throws IOException {
        for (JsonNode check :
                JSON.readTree(get(gateway, "/q/health/ready").body()).path("checks")) {
            if (check.path("name").asText().equals("database")) {
                return check;
            }
        }
        throw new AssertionError("No check of the database");
    }

    private static HttpResponse<String> get(GatewayProcess gateway, String path) {
        return send(request(gateway, path));
    }

    private static HttpRequest.Builder request(GatewayProcess gateway, String path) {
        return HttpRequest.newBuilder(URI.create(gateway.url(path))).timeout(Patience.LIMIT);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
