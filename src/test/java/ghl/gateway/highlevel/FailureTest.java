package ghl.gateway.highlevel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ghl.gateway.fixture.Patience;
import ghl.gateway.highlevel.call.UpstreamException.NotFound;
import ghl.gateway.highlevel.call.UpstreamException.RateLimited;
import ghl.gateway.highlevel.call.UpstreamException.Rejected;
import ghl.gateway.highlevel.call.UpstreamException.Unauthorized;
import ghl.gateway.highlevel.call.UpstreamException.Unavailable;
import ghl.gateway.highlevel.call.UpstreamException.Unavailable.Cause;
import io.quarkus.test.junit.QuarkusTest;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

/** Every failure of the CRM becomes the matching kind of {@link ghl.gateway.highlevel.call.UpstreamException}, in every operation. */
@QuarkusTest
class FailureTest {

    private static final FaultyUpstream UPSTREAM = new FaultyUpstream();
    private static final Duration SHORT = Duration.ofMillis(150);

    private final HighLevel crm = TestCrm.highLevel(UPSTREAM.url());

    @AfterAll
    static void stop() {
        UPSTREAM.close();
    }

    @BeforeEach
    void forget() {
        UPSTREAM.reset();
    }

    @ParameterizedTest
    @EnumSource
    void healthy_answer_succeeds(Operation operation) {
        UPSTREAM.answers(200, operation.healthyAnswer());

        operation.on(crm).await().atMost(Patience.LIMIT);

        assertThat(UPSTREAM.received()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void slow_answer_times_out(Operation operation) {
        UPSTREAM.neverAnswers();

        Unavailable failure = failure(operation, impatient(UPSTREAM.url()), Unavailable.class);

        assertThat(failure.reason()).isEqualTo(Cause.TIMED_OUT);
        assertThat(failure.operation()).isEqualTo(operation.operationId());
        assertThat(failure.maybeDone()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void answer_stalled_in_its_body_times_out(Operation operation) {
        UPSTREAM.stallsInTheBody();

        Unavailable failure = failure(operation, impatient(UPSTREAM.url()), Unavailable.class);

        assertThat(failure.reason()).isEqualTo(Cause.TIMED_OUT);
    }

    @ParameterizedTest
    @EnumSource
    void answer_cut_in_its_body_is_lost(Operation operation) {
        UPSTREAM.cutsTheBody();

        assertThat(failure(operation, crm, Unavailable.class).reason()).isEqualTo(Cause.ANSWER_LOST);
    }

    @ParameterizedTest
    @EnumSource
    void connection_closed_before_the_answer_is_answer_lost(Operation operation) {
        UPSTREAM.hangsUp();

        assertThat(failure(operation, crm, Unavailable.class).reason()).isEqualTo(Cause.ANSWER_LOST);
    }

    @ParameterizedTest
    @EnumSource
    void answer_without_json_is_lost_and_not_quoted(Operation operation) {
        UPSTREAM.answers(200, "{\"contact\": privatedata");

        Unavailable failure = failure(operation, crm, Unavailable.class);

        assertThat(failure.reason()).isEqualTo(Cause.ANSWER_LOST);
        assertThat(Throwables.getStackTrace(failure)).doesNotContain("privatedata");
    }

    @ParameterizedTest
    @EnumSource
    void web_page_as_answer_is_answer_lost(Operation operation) {
        UPSTREAM.answers(200, Map.of("Content-Type", "text/html"), "<html>Sign in to this network</html>");

        assertThat(failure(operation, crm, Unavailable.class).reason()).isEqualTo(Cause.ANSWER_LOST);
    }

    @ParameterizedTest
    @EnumSource
    void answer_of_another_shape_is_lost(Operation operation) {
        UPSTREAM.answers(200, "\"all good\"");

        assertThat(failure(operation, crm, Unavailable.class).reason()).isEqualTo(Cause.ANSWER_LOST);
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"DUPLICATE", "DELETE", "DELETE_TASK", "DELETE_NOTE"})
    void answer_without_the_requested_record_is_lost(Operation operation) {
        UPSTREAM.answers(200, "{\"traceId\":\"t\"}");

        assertThat(failure(operation, crm, Unavailable.class).reason()).isEqualTo(Cause.ANSWER_LOST);
    }

    @ParameterizedTest
    @EnumSource
    void http_500_is_server_error(Operation operation) {
        UPSTREAM.answers(500, "{\"statusCode\":500,\"message\":\"Internal server error\",\"traceId\":\"trace-1\"}");

        Unavailable failure = failure(operation, crm, Unavailable.class);

        assertThat(failure.reason()).isEqualTo(Cause.SERVER_ERROR);
        assertThat(failure.status()).isEqualTo(500);
        assertThat(failure.traceId()).contains("trace-1");
    }

    @ParameterizedTest
    @EnumSource
    void http_429_reports_how_long_to_wait(Operation operation) {
        UPSTREAM.answers(
                429,
                Map.of("X-RateLimit-Interval-Milliseconds", "10000", "X-RateLimit-Daily-Remaining", "1000"),
                "Too many requests");

        RateLimited failure = failure(operation, crm, RateLimited.class);

        assertThat(failure.retryAfter().orElseThrow()).isBetween(Duration.ofSeconds(10), Duration.ofSeconds(11));
    }

    @ParameterizedTest
    @EnumSource
    void http_401_is_unauthorized_with_the_reason(Operation operation) {
        UPSTREAM.answers(401, "{\"statusCode\":401,\"message\":\"Invalid JWT\",\"error\":\"Unauthorized\"}");

        Unauthorized failure = failure(operation, crm, Unauthorized.class);

        assertThat(failure).hasMessage("Not authorized to call " + operation.operationId() + ": Invalid JWT");
        assertThat(failure.retryable()).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void http_403_is_unauthorized_even_as_a_web_page(Operation operation) {
        UPSTREAM.answers(403, Map.of("Content-Type", "text/html"), "<html>error code: 1010</html>");

        Unauthorized failure = failure(operation, crm, Unauthorized.class);

        assertThat(failure.status()).isEqualTo(403);
        assertThat(failure)
                .hasMessage("Not authorized to call " + operation.operationId() + ": the CRM answered HTTP 403");
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"CREATE", "UPSERT"})
    void http_400_with_not_found_message_is_not_found(Operation operation) {
        UPSTREAM.answers(400, "{\"message\":\"Contact not found for id:c1\",\"statusCode\":400}");

        assertNoSuchRecord(operation);
    }

    @ParameterizedTest
    @CsvSource({
        "404, <html>no such page</html>",
        "404, ''",
        "404, '{\"message\":\"Cannot GET /contacts/c1\",\"statusCode\":404}'",
        "400, '{\"message\":\"version header was not found.\",\"statusCode\":400}'"
    })
    void error_without_a_record_in_its_message_is_rejected(int status, String body) {
        UPSTREAM.answers(status, body);

        assertThat(failure(Operation.CONTACT, crm, Rejected.class).status()).isEqualTo(status);
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"CREATE", "UPSERT"})
    void http_404_is_not_found(Operation operation) {
        UPSTREAM.answers(404, "{\"message\":\"Task not found\",\"statusCode\":404}");

        assertNoSuchRecord(operation);
    }

    @ParameterizedTest
    @EnumSource
    void http_404_for_an_unknown_path_is_rejected(Operation operation) {
        UPSTREAM.answers(404, "{\"message\":\"Cannot GET /contacts/c1\",\"statusCode\":404}");

        assertThat(failure(operation, crm, Rejected.class).reasons()).containsExactly("Cannot GET /contacts/c1");
    }

    @Test
    void http_404_web_page_for_an_unknown_path_is_rejected() {
        UPSTREAM.answers(404, Map.of("Content-Type", "text/html"), "<html><pre>Cannot GET /contacts/c1</pre></html>");

        assertThat(failure(Operation.CONTACT, crm, Rejected.class).reasons())
                .containsExactly("Cannot GET /contacts/c1");
    }

    @Test
    void long_reason_is_cut_for_the_log() {
        UPSTREAM.answers(401, "{\"message\":\"" + "x".repeat(5000) + "\"}");

        assertThat(failure(Operation.CONTACT, crm, Unauthorized.class).getMessage())
                .hasSizeLessThan(250);
    }

    @ParameterizedTest
    @EnumSource
    void http_422_has_every_reason_but_not_in_its_message(Operation operation) {
        UPSTREAM.answers(
                422,
                "{\"statusCode\":422,\"message\":[\"property tag should not exist\",\"dueDate must be a date\"],"
                        + "\"error\":\"Unprocessable Entity\"}");

        Rejected failure = failure(operation, crm, Rejected.class);

        assertThat(failure.reasons()).containsExactly("property tag should not exist", "dueDate must be a date");
        assertThat(failure).hasMessage("The CRM refused " + operation.operationId() + " (HTTP 422)");
    }

    @Test
    void duplicate_names_the_existing_contact() {
        UPSTREAM.answers(
                400,
                "{\"statusCode\":400,\"message\":\"This location does not allow duplicated contacts.\","
                        + "\"meta\":{\"contactId\":\"c9\",\"matchingField\":\"email\"}}");

        Rejected failure = failure(Operation.CREATE, crm, Rejected.class);

        assertThat(failure.duplicateOf()).contains("c9");
        assertThat(failure.matchingField()).contains("email");
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 502, 503, 504})
    void proxy_error_is_server_error(int status) {
        UPSTREAM.answers(status, "<html>");

        assertThat(failure(Operation.CREATE, crm, Unavailable.class).reason()).isEqualTo(Cause.SERVER_ERROR);
    }

    @Test
    void redirect_is_not_followed_with_the_token() {
        UPSTREAM.answers(302, Map.of("Location", UPSTREAM.url() + "/elsewhere"), "");

        assertThat(failure(Operation.CONTACT, crm, Unavailable.class).reason()).isEqualTo(Cause.ANSWER_LOST);
        assertThat(UPSTREAM.received()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"DELETE", "DELETE_TASK", "DELETE_NOTE"})
    void unsuccessful_deletion_is_rejected(Operation deletion) {
        UPSTREAM.answers(200, "{\"succeded\":false}");

        assertThat(failure(deletion, crm, Rejected.class).status()).isEqualTo(200);
    }

    @Test
    void refused_connection_is_not_sent() throws Exception {
        URI closedPort;
        try (ServerSocket socket = new ServerSocket(0)) {
            closedPort = URI.create("http://127.0.0.1:" + socket.getLocalPort());
        }

        Unavailable failure = failure(Operation.CREATE, TestCrm.highLevel(closedPort), Unavailable.class);

        assertThat(failure.reason()).isEqualTo(Cause.NOT_SENT);
        assertThat(failure.maybeDone()).isFalse();
    }

    @Test
    void unknown_host_is_not_sent() {
        HighLevel lost = TestCrm.highLevel(URI.create("https://no-such-host.invalid"));

        assertThat(failure(Operation.CREATE, lost, Unavailable.class).reason()).isEqualTo(Cause.NOT_SENT);
    }

    @Test
    void failed_tls_handshake_is_not_sent() {
        HighLevel misled = TestCrm.highLevel(
                URI.create("https://127.0.0.1:" + UPSTREAM.url().getPort()));

        assertThat(failure(Operation.CREATE, misled, Unavailable.class).reason())
                .isEqualTo(Cause.NOT_SENT);
    }

    private void assertNoSuchRecord(Operation operation) {
        if (operation.isLookup()) {
            assertThat((Object) operation.on(crm).await().atMost(Patience.LIMIT))
                    .isNull();
        } else {
            assertThat(failure(operation, crm, NotFound.class).operation()).isEqualTo(operation.operationId());
        }
    }

    private static HighLevel impatient(URI url) {
        return TestCrm.at(url).timeout(SHORT).highLevel();
    }

    private static <F extends Throwable> F failure(Operation operation, HighLevel crm, Class<F> kind) {
        return catchThrowableOfType(kind, () -> operation.on(crm).await().atMost(Patience.LIMIT));
    }
}
