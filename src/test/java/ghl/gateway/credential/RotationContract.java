package ghl.gateway.credential;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import ghl.gateway.credential.refresh.TokenCache;
import ghl.gateway.credential.store.Credential;
import ghl.gateway.credential.store.CredentialStore;
import ghl.gateway.credential.store.Owner;
import ghl.gateway.fixture.Ask;
import ghl.gateway.fixture.Browser;
import ghl.gateway.fixture.Crm;
import ghl.gateway.fixture.MovableClock;
import ghl.gateway.fixture.OAuthServer;
import ghl.gateway.fixture.Operator;
import ghl.gateway.highlevel.call.NoTokenException;
import ghl.gateway.storage.Database;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tokens renew themselves, once for all who ask, and nobody is locked out while there is a way. */
abstract class RotationContract {

    private static final String AGENCY = "company/sbxCompany0000000001";
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    /** Hours pass at a word, and no answer is handed out twice. */
    public static class Hours implements QuarkusTestProfile {

        @Override
        public Set<Class<?>> getEnabledAlternatives() {
            return Set.of(MovableClock.class);
        }

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("gateway.data", "target/test-data/" + UUID.randomUUID(), "highlevel.cache.ttl", "0s");
        }
    }

    @Inject
    MovableClock clock;

    @Inject
    TokenCache renewals;

    @Inject
    CredentialStore store;

    @Inject
    Database database;

    private Crm crm;
    private List<String> contacts;
    private final Browser browser = new Browser();

    @BeforeEach
    void location() {
        crm = Crm.with(Map.of("ownTokenOnly", true));
        contacts = Stream.generate(() -> crm.contact(Map.of("firstName", "Grace")))
                .limit(10)
                .toList();
    }

    @AfterEach
    void reset() {
        OAuthServer.reset();
        for (String owner : List.of("location/" + crm.locationId(), AGENCY)) {
            given().contentType(ContentType.JSON).body("{}").post("/ops/locations/" + owner + "/forget");
        }
    }

    @Test
    void a_token_in_the_middle_of_its_life_is_renewed_beside_its_use() {
        OAuthServer.settings(Map.of("accessTokenSeconds", 4));
        connect();

        await().atMost(PATIENCE).until(() -> {
            assertThat(firstName(0)).isEqualTo("Grace");
            return seen("refreshes") >= 2;
        });
        assertThat(seen("refusals") + seen("repeats")).isZero();
    }

    @Test
    void a_token_that_the_crm_ended_is_renewed_once_for_all_who_ask() {
        connect();
        assertThat(firstName(0)).isEqualTo("Grace");
        age();
        OAuthServer.expire(owner());

        List<String> answers =
                IntStream.range(0, 20).parallel().mapToObj(this::firstName).toList();

        assertThat(answers).allMatch("Grace"::equals);
        assertThat(seen("refreshes")).isEqualTo(1);
    }

    /** However long its answer was on the way: used beyond its end, it would be refused to somebody. */
    @Test
    void a_token_lives_since_it_was_asked_for() {
        OAuthServer.settings(Map.of("accessTokenSeconds", 60));
        connect();
        age();
        OAuthServer.expire(owner());
        OAuthServer.fault(Map.of("operation", "get-access-token", "delayMs", 1500));

        assertThat(firstName(1)).isEqualTo("Grace");
        Instant answered = clock.instant();
        Credential renewed = database.read(transaction -> store.find(transaction, Owner.location(crm.locationId())))
                .orElseThrow();
        assertThat(renewed.expiresAt()).isBefore(answered.plusSeconds(59));
    }

    @Test
    void a_401_that_is_not_about_the_token_is_not_answered_by_a_refresh() {
        connect();
        age();
        for (String text : List.of(
                "The token is not authorized for this scope.",
                "version header was not found.",
                "This authClass type is not allowed to access this scope.",
                "This token's user type is not yet supported!")) {
            crm.fault(Map.of(
                    "operation", "get-contact", "status", 401, "body", Map.of("statusCode", 401, "message", text)));

            assertThat(code(answer(crm, contacts, 7))).isEqualTo("UPSTREAM_UNAUTHORIZED");
        }
        assertThat(seen("refreshes")).isZero();
    }

    @Test
    void a_lost_answer_is_asked_for_once_more_with_the_old_token() {
        connect();
        assertThat(firstName(0)).isEqualTo("Grace");
        age();
        OAuthServer.expire(owner());
        OAuthServer.fault(Map.of("operation", "get-access-token", "dropAnswer", true));

        assertThat(firstName(1)).isEqualTo("Grace");
        assertThat(seen("refreshes")).isEqualTo(1);
        assertThat(seen("repeats")).isEqualTo(1);
    }

    @Test
    void a_token_endpoint_that_is_down_is_trouble_and_no_lock_out() {
        connect();
        assertThat(firstName(0)).isEqualTo("Grace");
        age();
        OAuthServer.expire(owner());
        OAuthServer.fault(Map.of("operation", "get-access-token", "status", 503, "times", 2));

        assertThat(code(answer(crm, contacts, 1))).isEqualTo("UPSTREAM_UNAVAILABLE");
        pass();
        assertThat(firstName(1)).isEqualTo("Grace");
    }

    @ParameterizedTest
    @CsvSource({"503, Service Unavailable", "401, Unauthorized", "400, invalid_client", "500, invalid_request"})
    void an_error_that_is_not_about_the_refresh_token_ends_nothing(int status, String error) {
        connect();
        assertThat(firstName(0)).isEqualTo("Grace");
        age();
        OAuthServer.expire(owner());
        OAuthServer.fault(
                Map.of("operation", "get-access-token", "status", status, "times", 2, "body", Map.of("error", error)));

        assertThat(code(answer(crm, contacts, 1))).isEqualTo("UPSTREAM_UNAVAILABLE");
        assertThat(status()).isEqualTo("CONNECTED");
        pass();
        assertThat(firstName(1)).isEqualTo("Grace");
    }

    @Test
    void what_the_crm_called_dead_is_tried_again_after_an_hour() {
        connect();
        assertThat(firstName(0)).isEqualTo("Grace");
        age();
        OAuthServer.expire(owner());
        OAuthServer.fault(
                Map.of("operation", "get-access-token", "status", 400, "body", Map.of("error", "invalid_grant")));
        assertThat(code(answer(crm, contacts, 1))).isEqualTo("UPSTREAM_UNAUTHORIZED");
        assertThat(status()).isEqualTo("NEEDS_RECONNECT");

        clock.advance(Duration.ofMinutes(59));
        renewals.sweep();
        assertThat(code(answer(crm, contacts, 1))).isEqualTo("UPSTREAM_UNAUTHORIZED");
        clock.advance(Duration.ofMinutes(2));
        renewals.sweep();

        await().atMost(PATIENCE).until(() -> status().equals("CONNECTED"));
        assertThat(firstName(1)).isEqualTo("Grace");
    }

    @Test
    void a_dead_token_endpoint_is_left_alone_for_some_seconds_however_many_ask() {
        connect();
        assertThat(firstName(0)).isEqualTo("Grace");
        age();
        OAuthServer.expire(owner());
        OAuthServer.fault(Map.of("operation", "get-access-token", "status", 503, "times", 4));

        for (int number = 1; number <= 5; number++) {
            assertThat(code(answer(crm, contacts, number))).isEqualTo("UPSTREAM_UNAVAILABLE");
        }
        pass();
        assertThat(code(answer(crm, contacts, 6))).isEqualTo("UPSTREAM_UNAVAILABLE");
        pass();
        assertThat(firstName(7)).isEqualTo("Grace");
        assertThat(seen("refreshes")).isEqualTo(1);
    }

    @Test
    void what_another_gateway_forgot_is_forgotten_here_too() {
        connect();
        assertThat(firstName(0)).isEqualTo("Grace");
        database.write(transaction -> store.forget(transaction, Owner.location(crm.locationId())));

        renewals.sweep();

        assertThat(code(answer(crm, contacts, 1))).isEqualTo("UPSTREAM_UNAUTHORIZED");
    }

    @Test
    void what_is_forgotten_during_its_renewal_stays_forgotten() {
        connect();
        assertThat(firstName(0)).isEqualTo("Grace");
        age();
        OAuthServer.expire(owner());
        OAuthServer.fault(Map.of("operation", "get-access-token", "delayMs", 1500));

        CompletableFuture<JsonPath> asked = CompletableFuture.supplyAsync(() -> answer(crm, contacts, 1));
        await().atMost(PATIENCE).until(() -> intent() != null);
        given().contentType(ContentType.JSON).body("{}").post("/ops/locations/" + owner() + "/forget");
        asked.join();

        assertThat(database.read(store::all)).isEmpty();
        assertThatThrownBy(() ->
                        renewals.of(Owner.location(crm.locationId())).await().atMost(PATIENCE))
                .isInstanceOf(NoTokenException.class);
    }

    @Test
    void where_the_refresh_token_is_spent_the_agencys_token_makes_another() {
        OAuthServer.settings(Map.of("locationRefreshTokens", true, "graceMs", 0));
        agency();
        assertThat(firstName(0)).isEqualTo("Grace");
        age();
        OAuthServer.expire(owner());
        OAuthServer.fault(Map.of("operation", "get-access-token", "dropAnswer", true));

        assertThat(firstName(1)).isEqualTo("Grace");
        assertThat(seen("refreshes")).isEqualTo(1);
        assertThat(seen("refusals")).isEqualTo(1);
        assertThat(seen("mints")).isEqualTo(2);
    }

    @Test
    void an_agencys_token_that_the_crm_ended_is_renewed_and_makes_another() {
        agency();
        assertThat(firstName(0)).isEqualTo("Grace");
        age();
        OAuthServer.expire(owner());
        OAuthServer.expire(AGENCY);
        int before = OAuthServer.seen(AGENCY, "refreshes");

        assertThat(firstName(1)).isEqualTo("Grace");
        assertThat(OAuthServer.seen(AGENCY, "refreshes")).isEqualTo(before + 1);
        assertThat(seen("mints")).isEqualTo(2);
    }

    @Test
    void an_agencys_token_that_may_not_is_not_renewed_for_that() {
        agency();
        int before = OAuthServer.seen(AGENCY, "refreshes");
        OAuthServer.fault(Map.of(
                "operation",
                "get-location-access-token",
                "status",
                401,
                "body",
                Map.of("statusCode", 401, "message", "The token is not authorized for this scope.")));

        assertThat(code(answer(crm, contacts, 1))).isEqualTo("UPSTREAM_UNAUTHORIZED");
        assertThat(status()).isEqualTo("NEEDS_RECONNECT");
        assertThat(OAuthServer.seen(AGENCY, "refreshes")).isEqualTo(before);
    }

    @Test
    void a_page_that_stands_before_the_crm_and_refuses_ends_nothing() {
        agency();
        OAuthServer.fault(Map.of(
                "operation", "get-location-access-token", "status", 403, "times", 2, "body", "<html>blocked</html>"));

        assertThat(code(answer(crm, contacts, 1))).isEqualTo("UPSTREAM_UNAVAILABLE");
        assertThat(status()).isEqualTo("CONNECTED");
        pass();
        assertThat(firstName(1)).isEqualTo("Grace");
    }

    @Test
    void a_token_of_a_time_to_come_is_renewed_when_the_crm_has_ended_it() {
        connect();
        assertThat(firstName(0)).isEqualTo("Grace");
        clock.advance(Duration.ofHours(-1));
        try {
            OAuthServer.expire(owner());

            assertThat(firstName(1)).isEqualTo("Grace");
            assertThat(seen("refreshes")).isEqualTo(1);
        } finally {
            clock.advance(Duration.ofHours(1));
        }
    }

    @Test
    void an_answer_without_a_refresh_token_and_without_an_end_leaves_the_old_one_in_force() {
        connect();
        OAuthServer.fault(
                Map.of("operation", "get-access-token", "status", 200, "body", Map.of("access_token", "without-end")));
        clock.advance(Duration.ofHours(14));
        renewals.sweep();
        await().atMost(PATIENCE).until(() -> version() == 2);

        clock.advance(Duration.ofHours(14));
        renewals.sweep();

        await().atMost(PATIENCE).until(() -> version() == 3);
        assertThat(firstName(1)).isEqualTo("Grace");
        assertThat(seen("refreshes")).isEqualTo(1);
    }

    @Test
    void tokens_that_do_not_open_are_listed_and_can_be_forgotten() {
        connect();
        database.write(transaction -> transaction.update("UPDATE credential SET tokens = ?", new byte[] {7}));

        assertThat(status()).isEqualTo("CONNECTED");

        given().contentType(ContentType.JSON)
                .body("{}")
                .post("/ops/locations/" + owner() + "/forget")
                .then()
                .statusCode(200)
                .body("forgotten", equalTo(true));
    }

    @Test
    void where_nothing_is_left_forms_are_accepted_and_go_on_when_somebody_has_consented_again() {
        connect();
        submit("first").then("DONE");
        OAuthServer.settings(Map.of("graceMs", 0));
        age();
        OAuthServer.expire(owner());
        OAuthServer.fault(Map.of("operation", "get-access-token", "dropAnswer", true));

        Sent second = submit("second");
        second.waits();
        assertThat(code(answer(crm, contacts, 1))).isEqualTo("UPSTREAM_UNAUTHORIZED");
        assertThat(status()).isEqualTo("NEEDS_RECONNECT");
        int calls = seen("refreshes") + seen("refusals");
        assertThat(code(answer(crm, contacts, 2))).isEqualTo("UPSTREAM_UNAUTHORIZED");
        assertThat(seen("refreshes") + seen("refusals")).isEqualTo(calls);

        connect();

        second.then("DONE");
        assertThat(status()).isEqualTo("CONNECTED");
    }

    @Test
    void a_token_of_one_location_is_never_used_for_another() {
        connect();
        Crm other = Crm.with(Map.of("ownTokenOnly", true));
        String stranger = other.contact(Map.of("firstName", "Ada"));
        new Browser().install("location/" + other.locationId()).then().statusCode(200);

        IntStream.range(0, 40).parallel().forEach(each -> {
            assertThat(firstName(each)).isEqualTo("Grace");
            assertThat(answer(other, List.of(stranger), each).getString("data.contact.firstName"))
                    .isEqualTo("Ada");
        });

        assertThat(foreignTokens(crm) + foreignTokens(other)).isZero();
    }

    @Test
    void fifty_locations_at_once_have_a_token_each() {
        List<Crm> fifty = Stream.generate(() -> Crm.with(Map.of("ownTokenOnly", true)))
                .limit(50)
                .toList();
        Map<Crm, String> people = new ConcurrentHashMap<>();
        fifty.forEach(each -> people.put(each, each.contact(Map.of("firstName", each.locationId()))));
        agency();

        for (int round = 1; round <= 2; round++) {
            int rounds = round;
            fifty.parallelStream().forEach(each -> assertThat(
                            answer(each, List.of(people.get(each)), 0).getString("data.contact.firstName"))
                    .isEqualTo(each.locationId()));

            assertThat(fifty).allSatisfy(each -> {
                assertThat(OAuthServer.seen("location/" + each.locationId(), "mints"))
                        .isEqualTo(rounds);
                assertThat(foreignTokens(each)).isZero();
            });
            age();
            fifty.forEach(each -> OAuthServer.expire("location/" + each.locationId()));
        }
    }

    /** A token that is ten seconds old may be refused for its age. */
    private void age() {
        clock.advance(Duration.ofSeconds(11));
    }

    /** A token endpoint that failed is left alone so long. */
    private void pass() {
        clock.advance(Duration.ofSeconds(6));
    }

    private Instant intent() {
        return kept().intentAt();
    }

    private long version() {
        return kept().version();
    }

    private Credential kept() {
        return database.read(transaction -> store.find(transaction, Owner.location(crm.locationId())))
                .orElseThrow();
    }

    private void agency() {
        browser.install(AGENCY).then().statusCode(200);
    }

    private void connect() {
        browser.install(owner()).then().statusCode(200);
    }

    private String owner() {
        return "location/" + crm.locationId();
    }

    private int seen(String what) {
        return OAuthServer.seen(owner(), what);
    }

    private String firstName(int number) {
        return answer(crm, contacts, number).getString("data.contact.firstName");
    }

    /** Different numbers ask for different contacts, so that they share no call. */
    private static JsonPath answer(Crm where, List<String> contacts, int number) {
        return Ask.query(
                "query($c: ID!, $l: ID) { contact(id: $c, locationId: $l) { firstName } }",
                Map.of("c", contacts.get(number % contacts.size()), "l", where.locationId()));
    }

    private static String code(JsonPath answer) {
        return answer.getString("errors[0].extensions.code");
    }

    private String status() {
        return given().get("/ops/locations")
                .jsonPath()
                .getString("locations.find { it.id == '" + crm.locationId() + "' }.status");
    }

    private static int foreignTokens(Crm where) {
        return given().queryParam("locationId", where.locationId())
                .get("/sandbox/_control/counters")
                .jsonPath()
                .getInt("foreignTokens");
    }

    private record Sent(String id) {

        void then(String status) {
            Operator.awaitStatus(id, status);
        }

        void waits() {
            Operator.awaitWaiting(id, "CREDENTIALS");
        }
    }

    private Sent submit(String title) {
        JsonPath payload = Ask.submit(
                crm,
                Map.of(
                        "contact", Map.of("firstName", "Grace", "email", "grace@example.com"),
                        "tasks", List.of(Map.of("title", title)),
                        "wait", "PT0S"));
        return new Sent(payload.getString("submission.id"));
    }
}
