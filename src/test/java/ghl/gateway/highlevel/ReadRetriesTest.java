package ghl.gateway.highlevel;

import static ghl.gateway.highlevel.TestCrm.LOCATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

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

/** What failed on the way is sent again, where that can help and nobody else does it. */
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
    void a_read_that_failed_on_the_way_is_sent_again(Trouble trouble) {
        UPSTREAM.troublesAtFirst(2, trouble.begins, NO_NOTES);

        assertThat(await(crm.notes(LOCATION, "c1"))).isEmpty();

        assertThat(UPSTREAM.received()).hasSize(3);
        assertThat(crm.quota(LOCATION).remaining()).as("each is a call").isEqualTo(97);
    }

    @Test
    void after_a_few_times_the_failure_is_told() {
        UPSTREAM.answers(503, "{}");

        Unavailable failure = failure(crm.notes(LOCATION, "c1"));

        assertThat(failure.reason()).isEqualTo(Cause.SERVER_ERROR);
        assertThat(UPSTREAM.received()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 422})
    void an_answer_that_says_no_is_an_answer(int status) {
        UPSTREAM.answers(status, "{}");

        crm.notes(LOCATION, "c1").onFailure().recoverWithNull().await().indefinitely();

        assertThat(UPSTREAM.received()).hasSize(1);
    }

    @Test
    void who_has_waited_for_a_time_out_is_not_made_to_wait_for_another() {
        UPSTREAM.neverAnswers();
        HighLevel hasty = TestCrm.at(UPSTREAM.url())
                .retries(2)
                .timeout(Duration.ofMillis(200))
                .highLevel();

        assertThat(failure(hasty.notes(LOCATION, "c1")).reason()).isEqualTo(Cause.TIMED_OUT);

        assertThat(UPSTREAM.received()).hasSize(1);
    }

    @Test
    void what_writes_is_sent_once() {
        UPSTREAM.answers(503, "{}");

        failure(Operation.CREATE_NOTE.on(crm));

        assertThat(UPSTREAM.received()).hasSize(1);
    }

    @Test
    void a_submission_repeats_its_reads_itself() {
        UPSTREAM.answers(503, "{}");
        Context delivery = CallDeadline.until(Instant.now().plusSeconds(60), Clock.systemUTC());

        catchThrowableOfType(
                Unavailable.class,
                () -> crm.notes(LOCATION, "c1").awaitUsing(delivery).atMost(Duration.ofSeconds(10)));

        assertThat(UPSTREAM.received()).hasSize(1);
    }

    @Test
    void where_the_crm_fails_most_reads_none_is_repeated() {
        HighLevel guarded = TestCrm.at(UPSTREAM.url())
                .retries(9)
                .circuit(2, Duration.ofMinutes(1))
                .highLevel();
        UPSTREAM.answers(503, "{}");

        assertThat(failure(guarded.notes(LOCATION, "c1")).reason()).isEqualTo(Cause.NOT_SENT);

        assertThat(UPSTREAM.received()).hasSize(2);
    }

    @Test
    void a_caller_goes_on_on_its_own_context() throws Exception {
        UPSTREAM.troublesAtFirst(1, () -> UPSTREAM.answers(503, "{}"), NO_NOTES);
        io.vertx.core.Context caller = vertx.getOrCreateContext();
        CompletableFuture<Boolean> there = new CompletableFuture<>();

        caller.runOnContext(go -> crm.notes(LOCATION, "c1")
                .subscribe()
                .with(notes -> there.complete(Vertx.currentContext() == caller), there::completeExceptionally));

        assertThat(there.get(10, TimeUnit.SECONDS)).isTrue();
    }

    private static Unavailable failure(Uni<?> call) {
        return catchThrowableOfType(Unavailable.class, () -> await(call));
    }

    private static <T> T await(Uni<T> uni) {
        return uni.await().atMost(Duration.ofSeconds(10));
    }
}
