package ghl.gateway.highlevel;

import static ghl.gateway.highlevel.TestCrm.LOCATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ghl.gateway.fixture.Patience;
import ghl.gateway.highlevel.call.CallDeadline;
import ghl.gateway.highlevel.call.UpstreamException.Unavailable;
import ghl.gateway.highlevel.call.UpstreamException.Unavailable.Cause;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Context;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads that failed on the way are sent again, unless a retry is useless or another component retries. */
@QuarkusTest
class ReadRetriesTest {

    enum Trouble {
        SERVER_ERROR(() -> UPSTREAM.answers(503, "{}")),
        CONNECTION_LOST(() -> UPSTREAM.hangsUp()),
        ANSWER_CUT(() -> UPSTREAM.cutsTheBody()),
        NOT_JSON(() -> UPSTREAM.answers(200, "<html>"));

        private final Runnable begins;

        Trouble(Runnable begins) {
            this.begins = begins;
        }
    }

    private static final FaultyUpstream UPSTREAM = new FaultyUpstream();
    private static final String NO_NOTES = "{\"notes\":[]}";

    private final HighLevel crm = TestCrm.at(UPSTREAM.url()).retries(2).highLevel();

    @Inject
    Vertx vertx;

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
    void failed_read_is_sent_again(Trouble trouble) {
        UPSTREAM.troublesAtFirst(2, trouble.begins, NO_NOTES);

        assertThat(await(crm.notes(LOCATION, "c1"))).isEmpty();

        assertThat(UPSTREAM.received()).hasSize(3);
        assertThat(crm.quota(LOCATION).remaining()).as("each is a call").isEqualTo(97);
    }

    @Test
    void failure_is_reported_after_the_last_retry() {
        UPSTREAM.answers(503, "{}");

        Unavailable failure = failure(crm.notes(LOCATION, "c1"));

        assertThat(failure.reason()).isEqualTo(Cause.SERVER_ERROR);
        assertThat(UPSTREAM.received()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 422})
    void refusal_of_the_crm_is_not_retried(int status) {
        UPSTREAM.answers(status, "{}");

        crm.notes(LOCATION, "c1").onFailure().recoverWithNull().await().indefinitely();

        assertThat(UPSTREAM.received()).hasSize(1);
    }

    @Test
    void timed_out_read_is_not_retried() {
        UPSTREAM.neverAnswers();
        HighLevel hasty = TestCrm.at(UPSTREAM.url())
                .retries(2)
                .timeout(Duration.ofMillis(200))
                .highLevel();

        assertThat(failure(hasty.notes(LOCATION, "c1")).reason()).isEqualTo(Cause.TIMED_OUT);

        assertThat(UPSTREAM.received()).hasSize(1);
    }

    @Test
    void write_is_sent_once() {
        UPSTREAM.answers(503, "{}");

        failure(Operation.CREATE_NOTE.on(crm));

        assertThat(UPSTREAM.received()).hasSize(1);
    }

    @Test
    void reads_of_a_submission_are_not_retried() {
        UPSTREAM.answers(503, "{}");
        Context delivery = CallDeadline.until(Instant.now().plusSeconds(60), Clock.systemUTC());

        catchThrowableOfType(
                Unavailable.class,
                () -> crm.notes(LOCATION, "c1").awaitUsing(delivery).atMost(Patience.LIMIT));

        assertThat(UPSTREAM.received()).hasSize(1);
    }

    @Test
    void open_circuit_stops_retries() {
        HighLevel guarded = TestCrm.at(UPSTREAM.url())
                .retries(9)
                .circuit(2, Duration.ofMinutes(1))
                .highLevel();
        UPSTREAM.answers(503, "{}");

        assertThat(failure(guarded.notes(LOCATION, "c1")).reason()).isEqualTo(Cause.NOT_SENT);

        assertThat(UPSTREAM.received()).hasSize(2);
    }

    @Test
    void retried_read_continues_on_the_callers_context() throws Exception {
        UPSTREAM.troublesAtFirst(1, () -> UPSTREAM.answers(503, "{}"), NO_NOTES);
        io.vertx.core.Context caller = vertx.getOrCreateContext();
        CompletableFuture<Boolean> there = new CompletableFuture<>();

        caller.runOnContext(go -> crm.notes(LOCATION, "c1")
                .subscribe()
                .with(notes -> there.complete(Vertx.currentContext() == caller), there::completeExceptionally));

        assertThat(there.get(Patience.SECONDS, TimeUnit.SECONDS)).isTrue();
    }

    private static Unavailable failure(Uni<?> call) {
        return catchThrowableOfType(Unavailable.class, () -> await(call));
    }

    private static <T> T await(Uni<T> uni) {
        return uni.await().atMost(Patience.LIMIT);
    }
}
