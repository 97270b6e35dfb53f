package ghl.gateway.highlevel;

import static ghl.gateway.highlevel.TestCrm.LOCATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import ghl.gateway.contact.Note;
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

/** All reads of one request have one time limit. */
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
    void what_is_not_there_in_time_has_timed_out_and_nothing_else_begins() {
        UPSTREAM.neverAnswers();
        ReadContext inquiry = crm.inquiry("somebody");

        CompletableFuture<List<Note>> late = inquiry.start(crm.notes(LOCATION, "c1"));

        assertTimedOut(late);
        assertTimedOut(inquiry.start(crm.notes(LOCATION, "c2")));
        assertThat(UPSTREAM.received()).hasSize(1);
    }

    @Test
    void what_was_there_in_time_stays() throws Exception {
        UPSTREAM.answers(200, NO_NOTES);
        ReadContext inquiry = crm.inquiry("somebody");
        CompletableFuture<List<Note>> early = inquiry.start(crm.notes(LOCATION, "c1"));
        early.get(10, TimeUnit.SECONDS);
        UPSTREAM.neverAnswers();

        assertTimedOut(inquiry.start(crm.notes(LOCATION, "c2")));

        assertThat(early.get()).isEmpty();
    }

    @Test
    void what_waited_for_a_connection_in_vain_is_never_sent() throws Exception {
        UPSTREAM.answers(200, NO_NOTES);
        read("careful");
        UPSTREAM.answersWhenTold(200, NO_NOTES);
        List<CompletableFuture<List<Note>>> onAllConnections = IntStream.range(0, TestCrm.CONNECTIONS)
                .mapToObj(number -> crm.notes(LOCATION, "busy" + number).subscribeAsCompletionStage())
                .toList();
        UPSTREAM.awaitReceived(1 + TestCrm.CONNECTIONS);

        assertTimedOut(crm.inquiry("somebody").start(crm.notes(LOCATION, "late")));
        UPSTREAM.tell();

        for (CompletableFuture<List<Note>> busy : onAllConnections) {
            busy.get(10, TimeUnit.SECONDS);
        }
        UPSTREAM.answers(200, NO_NOTES);
        read("next");
        assertThat(UPSTREAM.received()).hasSize(1 + TestCrm.CONNECTIONS + 1).noneMatch(request -> request.uri()
                .contains("late"));
    }

    @Test
    void others_who_wait_for_the_same_get_it() throws Exception {
        UPSTREAM.answersWhenTold(200, NO_NOTES);
        CompletableFuture<List<Note>> patient = crm.notes(LOCATION, "c1").subscribeAsCompletionStage();
        assertTimedOut(crm.inquiry("somebody").start(crm.notes(LOCATION, "c1")));

        UPSTREAM.tell();

        assertThat(patient.get(10, TimeUnit.SECONDS)).isEmpty();
        assertThat(UPSTREAM.received()).hasSize(1);
    }

    @Test
    void what_is_remembered_ages_on_while_the_rest_is_waited_for() {
        TestClock clock = new TestClock();
        HighLevel remembering = TestCrm.at(UPSTREAM.url())
                .clock(clock)
                .cache(Duration.ofSeconds(5), Duration.ZERO)
                .highLevel();
        UPSTREAM.answers(200, NO_NOTES);
        remembering.notes(LOCATION, "c1").await().atMost(Duration.ofSeconds(10));
        clock.advance(Duration.ofSeconds(2));
        ReadContext inquiry = remembering.inquiry("somebody");

        inquiry.start(remembering.notes(LOCATION, "c1")).join();
        assertThat(inquiry.oldestMs()).isEqualTo(2_000);
        clock.advance(Duration.ofSeconds(10));

        assertThat(inquiry.oldestMs()).isEqualTo(12_000);
    }

    @Test
    void who_is_too_late_hears_of_it_on_its_own_context() throws Exception {
        UPSTREAM.neverAnswers();
        io.vertx.core.Context caller = vertx.getOrCreateContext();
        CompletableFuture<Boolean> there = new CompletableFuture<>();

        caller.runOnContext(go -> crm.inquiry("somebody")
                .start(crm.notes(LOCATION, "c1"))
                .whenComplete((notes, failure) -> there.complete(Vertx.currentContext() == caller)));

        assertThat(there.get(10, TimeUnit.SECONDS)).isTrue();
    }

    private void read(String contactId) throws Exception {
        crm.notes(LOCATION, contactId).subscribeAsCompletionStage().get(10, TimeUnit.SECONDS);
    }

    private static void assertTimedOut(CompletableFuture<?> read) {
        Throwable failure = catchThrowable(() -> read.get(10, TimeUnit.SECONDS));
        assertThat(failure.getCause()).isInstanceOfSatisfying(Unavailable.class, told -> assertThat(told.reason())
                .isEqualTo(Cause.TIMED_OUT));
    }
}
