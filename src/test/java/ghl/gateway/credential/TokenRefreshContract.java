package ghl.gateway.credential;

import static ghl.gateway.fixture.Patience.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
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
import ghl.gateway.fixture.Patience;
import ghl.gateway.highlevel.call.NoTokenException;
import ghl.gateway.storage.Database;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens are refreshed once for all callers, and access survives every failure that a refresh can have. */
abstract class TokenRefreshContract {

    private static final String AGENCY = "company/sbxCompany0000000001";
    private static final Duration PATIENCE = Patience.LIMIT;

    /** The agency's other locations may mint tokens in the background and consume a fault. */
    private static final int ANY_NUMBER = 1000;

    @Inject
    MovableClock clock;

    @Inject
    TokenCache tokenCache;

    @Inject
    CredentialStore store;

    @Inject
    Database database;

    private Crm crm;
    private final Map<Integer, String> contacts = new ConcurrentHashMap<>();
    private final Browser browser = new Browser();

    @BeforeEach
    void location() {
        crm = Crm.with(Map.of("ownTokenOnly", true));
    }

    @AfterEach
    void reset() {
        OAuthServer.reset();
        for (String owner : List.of("location/" + crm.locationId(), AGENCY)) {
            given().contentType(ContentType.JSON).body("{}").post("/ops/locations/" + owner + "/forget");
        }
    }

    @Test
    void half_expired_token_is_refreshed_in_the_background() {
        connect();
        assertThat(firstName(0)).isEqualTo("Grace");

        for (int refreshes = 1; refreshes <= 2; refreshes++) {
            int expected = refreshes;
            clock.advance(Duration.ofHours(14));
            await().atMost(PATIENCE).until(() -> {
                assertThat(firstName(0)).isEqualTo("Grace");
                return seen("refreshes") == expected;
            });
        }
        assertThat(seen("refusals") + seen("repeats")).isZero();
    }

    @Test
    void token_ended_by_the_crm_is_refreshed_once_for_all_callers() {
        connect();
        assertThat(firstName(0)).isEqualTo("Grace");
        age();
        OAuthServer.expire(owner());

        List<String> answers =
                IntStream.range(0, 20).parallel().mapToObj(this::firstName).toList();

        assertThat(answers).allMatch("Grace"::equals);
        assertThat(seen("refreshes")).isEqualTo(1);
    }

    /**
     * Expiry counts from the request, or the token would be used after its end. The next refresh counts from the arrival, or a
     * token with a short life would be refreshed at once, by every gateway that waits for it.
     */
    @Test
    void token_from_a_slow_answer_expires_by_its_request_time_and_is_fresh_on_arrival() {
        connect();
        assertThat(firstName(0)).isEqualTo("Grace");
        age();
        OAuthServer.settings(Map.of("accessTokenSeconds", 60));
        OAuthServer.fault(Map.of("operation", "get-access-token", "delayMs", 800));

        CompletableFuture<Credential> answer = tokenCache
                .replacementFor(stored().owner(), stored().tokens().access())
                .subscribeAsCompletionStage();
        await().atMost(PATIENCE).until(() -> stored().intentAt() != null);
        clock.advance(Duration.ofSeconds(40));
        Credential refreshed = answer.join();

        assertThat(refreshed.expiresAt()).isBefore(refreshed.refreshedAt().plusSeconds(20));
        assertThat(refreshed.isFresh(refreshed.refreshedAt(), -1)).isTrue();
        assertThat(seen("refreshes")).isEqualTo(1);
    }

    @Test
    void unauthorized_answer_about_something_else_triggers_no_refresh() {
        connect();
        age();
        for (String text : List.of(
                "The token is not authorized for this scope.",
                "version header was not found.",
                "This authClass type is not allowed to access this scope.",
                "This token's user type is not yet supported!")) {
            crm.fault(Map.of(
                    "operation", "get-contact", "status", 401, "body", Map.of("statusCode", 401, "message", text)));

            assertThat(code(read(7))).isEqualTo("UPSTREAM_UNAUTHORIZED");
        }
        assertThat(seen("refreshes")).isZero();
    }

    @Test
    void lost_token_answer_is_requested_again_with_the_same_refresh_token() {
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
    void token_endpoint_outage_is_temporary() {
        connect();
        assertThat(firstName(0)).isEqualTo("Grace");
        age();
        OAuthServer.expire(owner());
        OAuthServer.fault(Map.of("operation", "get-access-token", "status", 503, "times", 2));

        assertThat(code(read(1))).isEqualTo("UPSTREAM_UNAVAILABLE");
        passBackoff();
        assertThat(firstName(1)).isEqualTo("Grace");
    }

    @ParameterizedTest
    @CsvSource({"503, Service Unavailable", "401, Unauthorized", "400, invalid_client", "500, invalid_request"})
    void error_about_something_other_than_the_refresh_token_keeps_the_connection(int status, String error) {
        connect();
        assertThat(firstName(0)).isEqualTo("Grace");
        age();
        OAuthServer.expire(owner());
        OAuthServer.fault(
                Map.of("operation", "get-access-token", "status", status, "times", 2, "body", Map.of("error", error)));

        assertThat(code(read(1))).isEqualTo("UPSTREAM_UNAVAILABLE");
        assertThat(status()).isEqualTo("CONNECTED");
        passBackoff();
        assertThat(firstName(1)).isEqualTo("Grace");
    }

    @Test
    void rejected_refresh_is_retried_after_an_hour() {
        connect();
        assertThat(firstName(0)).isEqualTo("Grace");
        age();
        OAuthServer.expire(owner());
        OAuthServer.fault(
                Map.of("operation", "get-access-token", "status", 400, "body", Map.of("error", "invalid_grant")));
        assertThat(code(read(1))).isEqualTo("UPSTREAM_UNAUTHORIZED");
        assertThat(status()).isEqualTo("NEEDS_RECONNECT");

        clock.advance(Duration.ofMinutes(59));
        tokenCache.sweep();
        assertThat(code(read(1))).isEqualTo("UPSTREAM_UNAUTHORIZED");
        clock.advance(Duration.ofMinutes(2));
        tokenCache.sweep();

        await().atMost(PATIENCE).until(() -> status().equals("CONNECTED"));
        assertThat(firstName(1)).isEqualTo("Grace");
    }

    @Test
    void failed_refresh_is_not_repeated_within_the_backoff() {
        connect();
        assertThat(firstName(0)).isEqualTo("Grace");
        age();
        OAuthServer.expire(owner());
        OAuthServer.fault(Map.of("operation", "get-access-token", "status", 503, "times", 4));

        for (int number = 1; number <= 5; number++) {
            assertThat(code(read(number))).isEqualTo("UPSTREAM_UNAVAILABLE");
        }
        passBackoff();
        assertThat(code(read(6))).isEqualTo("UPSTREAM_UNAVAILABLE");
        passBackoff();
        assertThat(firstName(7)).isEqualTo("Grace");
        assertThat(seen("refreshes")).isEqualTo(1);
    }

    @Test
    void credential_deleted_by_another_gateway_is_evicted() {
        connect();
        assertThat(firstName(0)).isEqualTo("Grace");
        database.write(transaction -> store.delete(transaction, Owner.location(crm.locationId())));

        tokenCache.sweep();

        assertThat(code(read(1))).isEqualTo("UPSTREAM_UNAUTHORIZED");
    }

    @Test
    void credential_deleted_during_its_refresh_stays_deleted() {
        connect();
        assertThat(firstName(0)).isEqualTo("Grace");
        age();
        OAuthServer.expire(owner());
        OAuthServer.fault(Map.of("operation", "get-access-token", "delayMs", 800));

        CompletableFuture<JsonPath> reading = CompletableFuture.supplyAsync(() -> read(1));
        await().atMost(PATIENCE).until(() -> stored().intentAt() != null);
        given().contentType(ContentType.JSON).body("{}").post("/ops/locations/" + owner() + "/forget");
        reading.join();

        assertThat(database.read(store::summaries)).isEmpty();
        assertThatThrownBy(() -> tokenCache
                        .current(Owner.location(crm.locationId()))
                        .await()
                        .atMost(PATIENCE))
                .isInstanceOf(NoTokenException.class);
    }

    @Test
    void used_up_refresh_token_is_replaced_by_a_token_minted_by_the_agency() {
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
    void agency_token_ended_by_the_crm_is_refreshed_before_minting() {
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
    void agency_token_without_the_scope_is_not_refreshed() {
        agency();
        int before = OAuthServer.seen(AGENCY, "refreshes");
        OAuthServer.fault(Map.of(
                "operation",
                "get-location-access-token",
                "times",
                ANY_NUMBER,
                "status",
                401,
                "body",
                Map.of("statusCode", 401, "message", "The token is not authorized for this scope.")));

        assertThat(code(read(1))).isEqualTo("UPSTREAM_UNAUTHORIZED");
        assertThat(status()).isEqualTo("NEEDS_RECONNECT");
        assertThat(OAuthServer.seen(AGENCY, "refreshes")).isEqualTo(before);
    }

    @Test
    void forbidden_answer_of_a_proxy_keeps_the_connection() {
        agency();
        OAuthServer.fault(Map.of(
                "operation",
                "get-location-access-token",
                "times",
                ANY_NUMBER,
                "status",
                403,
                "body",
                "<html>blocked</html>"));

        assertThat(code(read(1))).isEqualTo("UPSTREAM_UNAVAILABLE");
        assertThat(status()).isEqualTo("CONNECTED");
        OAuthServer.reset();
        passBackoff();
        assertThat(firstName(1)).isEqualTo("Grace");
    }

    @Test
    void future_dated_token_is_refreshed_after_rejection() {
        connect();
        assertThat(firstName(0)).isEqualTo("Grace");
        clock.set(Duration.ofHours(-1));
        try {
            OAuthServer.expire(owner());

            assertThat(firstName(1)).isEqualTo("Grace");
            assertThat(seen("refreshes")).isEqualTo(1);
        } finally {
            clock.set(Duration.ofHours(1));
        }
    }

    @Test
    void clock_set_ahead_costs_one_refresh() {
        connect();
        assertThat(firstName(0)).isEqualTo("Grace");
        clock.set(Duration.ofDays(2));
        try {
            for (int number = 1; number <= 5; number++) {
                assertThat(firstName(number)).isEqualTo("Grace");
            }
            assertThat(seen("refreshes")).isEqualTo(1);
        } finally {
            clock.set(Duration.ofDays(-2));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1H", "PT-1H", "P1D", "P-1D"})
    void clock_that_is_set_neither_ends_nor_prolongs_the_backoff(Duration ahead) {
        connect();
        assertThat(firstName(0)).isEqualTo("Grace");
        age();
        OAuthServer.expire(owner());
        OAuthServer.fault(Map.of("operation", "get-access-token", "status", 503, "times", 2));
        assertThat(code(read(1))).isEqualTo("UPSTREAM_UNAVAILABLE");
        clock.set(ahead);
        OAuthServer.expire(owner());
        try {
            assertThat(code(read(1))).isEqualTo("UPSTREAM_UNAVAILABLE");
            passBackoff();
            assertThat(firstName(1)).isEqualTo("Grace");
        } finally {
            clock.set(ahead.negated());
        }
    }

    @Test
    void rejected_refresh_is_retried_within_an_hour_after_the_clock_was_set_back() {
        connect();
        assertThat(firstName(0)).isEqualTo("Grace");
        age();
        OAuthServer.expire(owner());
        OAuthServer.fault(
                Map.of("operation", "get-access-token", "status", 400, "body", Map.of("error", "invalid_grant")));
        assertThat(code(read(1))).isEqualTo("UPSTREAM_UNAUTHORIZED");
        clock.set(Duration.ofDays(-1));
        OAuthServer.expire(owner());
        try {
            clock.advance(Duration.ofHours(1));

            assertThat(firstName(1)).isEqualTo("Grace");
            assertThat(status()).isEqualTo("CONNECTED");
        } finally {
            clock.set(Duration.ofDays(1));
        }
    }

    @Test
    void answer_without_refresh_token_keeps_the_old_one() {
        connect();
        OAuthServer.fault(
                Map.of("operation", "get-access-token", "status", 200, "body", Map.of("access_token", "without-end")));
        clock.advance(Duration.ofHours(14));
        tokenCache.sweep();
        await().atMost(PATIENCE).until(() -> version() == 2);

        clock.advance(Duration.ofHours(14));
        tokenCache.sweep();

        await().atMost(PATIENCE).until(() -> version() == 3);
        assertThat(firstName(1)).isEqualTo("Grace");
        assertThat(seen("refreshes")).isEqualTo(1);
    }

    @Test
    void tokens_that_cannot_be_opened_are_listed_and_can_be_deleted() {
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
    void forms_are_accepted_without_a_token_and_continue_after_reconnecting() {
        connect();
        submit("first").then("DONE");
        OAuthServer.settings(Map.of("graceMs", 0));
        age();
        OAuthServer.expire(owner());
        OAuthServer.fault(Map.of("operation", "get-access-token", "dropAnswer", true));

        Sent second = submit("second");
        second.waits();
        assertThat(code(read(1))).isEqualTo("UPSTREAM_UNAUTHORIZED");
        assertThat(status()).isEqualTo("NEEDS_RECONNECT");
        int calls = seen("refreshes") + seen("refusals");
        assertThat(code(read(2))).isEqualTo("UPSTREAM_UNAUTHORIZED");
        assertThat(seen("refreshes") + seen("refusals")).isEqualTo(calls);

        connect();

        second.then("DONE");
        assertThat(status()).isEqualTo("CONNECTED");
    }

    @Test
    void token_of_one_location_is_never_used_for_another() {
        connect();
        Crm other = Crm.with(Map.of("ownTokenOnly", true));
        String stranger = other.contact(Map.of("firstName", "Ada"));
        new Browser().install("location/" + other.locationId()).then().statusCode(200);

        IntStream.range(0, 16).parallel().forEach(each -> {
            assertThat(firstName(each)).isEqualTo("Grace");
            assertThat(read(other, stranger).getString("data.contact.firstName"))
                    .isEqualTo("Ada");
        });

        assertThat(foreignTokens(crm) + foreignTokens(other)).isZero();
    }

    @Test
    void locations_of_an_agency_have_a_token_each() {
        requireTokenOfItsOwn(5);
    }

    @Tag("proof")
    @Test
    void fifty_locations_have_a_token_each() {
        requireTokenOfItsOwn(50);
    }

    private void requireTokenOfItsOwn(int count) {
        List<Crm> locations = Stream.generate(() -> Crm.with(Map.of("ownTokenOnly", true)))
                .limit(count)
                .toList();
        Map<Crm, String> people = new ConcurrentHashMap<>();
        locations.forEach(each -> people.put(each, each.contact(Map.of("firstName", each.locationId()))));
        agency();

        for (int round = 1; round <= 2; round++) {
            int rounds = round;
            locations.parallelStream()
                    .forEach(each -> assertThat(read(each, people.get(each)).getString("data.contact.firstName"))
                            .isEqualTo(each.locationId()));

            assertThat(locations).allSatisfy(each -> {
                assertThat(OAuthServer.seen("location/" + each.locationId(), "mints"))
                        .isEqualTo(rounds);
                assertThat(foreignTokens(each)).isZero();
            });
            age();
            locations.forEach(each -> OAuthServer.expire("location/" + each.locationId()));
        }
    }

    /** The CRM may reject a token for its age once it is ten seconds old. */
    private void age() {
        clock.advance(Duration.ofSeconds(11));
    }

    private void passBackoff() {
        clock.advance(Duration.ofSeconds(6));
    }

    private long version() {
        return stored().version();
    }

    private Credential stored() {
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
        return read(number).getString("data.contact.firstName");
    }

    /** Reads a contact of its own for each number up to 9, so that the reads share no call. */
    private JsonPath read(int number) {
        String contactId = contacts.computeIfAbsent(number % 10, first -> crm.contact(Map.of("firstName", "Grace")));
        return read(crm, contactId);
    }

    private static JsonPath read(Crm where, String contactId) {
        return Ask.query(
                "query($c: ID!, $l: ID) { contact(id: $c, locationId: $l) { firstName } }",
                Map.of("c", contactId, "l", where.locationId()));
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
