package ghl.gateway.highlevel;

import static ghl.gateway.highlevel.TestCrm.LOCATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import ghl.gateway.contact.Note;
import ghl.gateway.fixture.Patience;
import ghl.gateway.fixture.TestClock;
import ghl.gateway.highlevel.call.ReadContext;
import ghl.gateway.highlevel.call.UpstreamException.Unavailable;
import ghl.gateway.highlevel.call.UpstreamException.Unavailable.Cause;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** All reads of one request share one timeout. */
@QuarkusTest
class ReadContextTest {

    private static final FaultyUpstream UPSTREAM = new FaultyUpstream();
    private static final String NO_NOTES = "{\"notes\":[]}";

    private final HighLevel crm = TestCrm.at(UPSTREAM.url())
            .readTimeout(Duration.ofSeconds(1))
            .cache(Duration.ofSeconds(5), Duration.ZERO)
            .highLevel();

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

    @Test
    void read_after_the_timeout_fails_and_no_other_read_starts() {
        UPSTREAM.neverAnswers();
        ReadContext context = crm.newReadContext("caller");

        CompletableFuture<List<Note>> late = context.start(crm.notes(LOCATION, "c1"));

        assertTimedOut(late);
        assertTimedOut(context.start(crm.notes(LOCATION, "c2")));
        assertThat(UPSTREAM.received()).hasSize(1);
    }

    @Test
    void answer_before_the_timeout_is_kept() throws Exception {
        UPSTREAM.answers(200, NO_NOTES);
        ReadContext context = crm.newReadContext("caller");
        CompletableFuture<List<Note>> early = context.start(crm.notes(LOCATION, "c1"));
        early.get(Patience.SECONDS, TimeUnit.SECONDS);
        UPSTREAM.neverAnswers();

        assertTimedOut(context.start(crm.notes(LOCATION, "c2")));

        assertThat(early.get()).isEmpty();
    }

    @Test
    void read_timed_out_while_waiting_for_a_connection_is_never_sent() throws Exception {
        UPSTREAM.answers(200, NO_NOTES);
        read("probe");
        UPSTREAM.answersWhenTold(200, NO_NOTES);
        List<CompletableFuture<List<Note>>> onAllConnections = IntStream.range(0, TestCrm.CONNECTIONS)
                .mapToObj(number -> crm.notes(LOCATION, "busy" + number).subscribeAsCompletionStage())
                .toList();
        UPSTREAM.awaitReceived(1 + TestCrm.CONNECTIONS);

        assertTimedOut(crm.newReadContext("caller").start(crm.notes(LOCATION, "late")));
        UPSTREAM.tell();

        for (CompletableFuture<List<Note>> busy : onAllConnections) {
            busy.get(Patience.SECONDS, TimeUnit.SECONDS);
        }
        UPSTREAM.answers(200, NO_NOTES);
        read("next");
        assertThat(UPSTREAM.received()).hasSize(1 + TestCrm.CONNECTIONS + 1).noneMatch(request -> request.uri()
                .contains("late"));
    }

    @Test
    void other_callers_of_a_timed_out_read_get_its_answer() throws Exception {
        UPSTREAM.answersWhenTold(200, NO_NOTES);
        CompletableFuture<List<Note>> patient = crm.notes(LOCATION, "c1").subscribeAsCompletionStage();
        assertTimedOut(crm.newReadContext("caller").start(crm.notes(LOCATION, "c1")));

        UPSTREAM.tell();

        assertThat(patient.get(Patience.SECONDS, TimeUnit.SECONDS)).isEmpty();
        assertThat(UPSTREAM.received()).hasSize(1);
    }

    @Test
    void cache_hit_keeps_aging_while_other_reads_are_awaited() {
        TestClock clock = new TestClock();
        HighLevel caching = TestCrm.at(UPSTREAM.url())
                .clock(clock)
                .cache(Duration.ofSeconds(5), Duration.ZERO)
                .highLevel();
        UPSTREAM.answers(200, NO_NOTES);
        caching.notes(LOCATION, "c1").await().atMost(Patience.LIMIT);
        clock.advance(Duration.ofSeconds(2));
        ReadContext context = caching.newReadContext("caller");

        context.start(caching.notes(LOCATION, "c1")).join();
        assertThat(context.oldestMs()).isEqualTo(2_000);
        clock.advance(Duration.ofSeconds(10));

        assertThat(context.oldestMs()).isEqualTo(12_000);
    }

    @Test
    void timeout_is_delivered_on_the_callers_context() throws Exception {
        UPSTREAM.neverAnswers();
        io.vertx.core.Context caller = vertx.getOrCreateContext();
        CompletableFuture<Boolean> there = new CompletableFuture<>();

        caller.runOnContext(go -> crm.newReadContext("caller")
                .start(crm.notes(LOCATION, "c1"))
                .whenComplete((notes, failure) -> there.complete(Vertx.currentContext() == caller)));

        assertThat(there.get(Patience.SECONDS, TimeUnit.SECONDS)).isTrue();
    }

    private void read(String contactId) throws Exception {
        crm.notes(LOCATION, contactId).subscribeAsCompletionStage().get(Patience.SECONDS, TimeUnit.SECONDS);
    }

    private static void assertTimedOut(CompletableFuture<?> read) {
        Throwable failure = catchThrowable(() -> read.get(Patience.SECONDS, TimeUnit.SECONDS));
        assertThat(failure.getCause()).isInstanceOfSatisfying(Unavailable.class, timeout -> assertThat(timeout.reason())
                .isEqualTo(Cause.TIMED_OUT));
    }
}
