package ghl.gateway.highlevel;

import static ghl.gateway.highlevel.TestCrm.LOCATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ghl.gateway.contact.Note;
import ghl.gateway.fixture.Patience;
import ghl.gateway.highlevel.call.UpstreamException.RateLimited;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
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

/** Reads beyond the CRM's limits wait for a permit, and no 429 reaches a caller that can wait. */
@QuarkusTest
class PacingTest {

    private static final FaultyUpstream UPSTREAM = new FaultyUpstream();
    private static final String NO_NOTES = "{\"notes\":[]}";

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
    void reads_beyond_one_window_are_all_served() {
        UPSTREAM.limits(20, 500, NO_NOTES);
        HighLevel crm = twentyInHalfASecond().highLevel();

        List<List<Note>> answers = await(Uni.join().all(reads(crm, 50)).andFailFast());

        assertThat(answers).hasSize(50);
        assertThat(UPSTREAM.refusals()).isZero();
    }

    @Test
    void calls_before_a_restart_are_respected() {
        UPSTREAM.limits(20, 500, NO_NOTES);
        HighLevel before = twentyInHalfASecond().highLevel();
        await(Uni.join().all(reads(before, 14)).andFailFast());

        HighLevel after = twentyInHalfASecond().highLevel();
        await(Uni.join().all(reads(after, 14)).andFailFast());

        assertThat(UPSTREAM.refusals()).isZero();
    }

    @Test
    void unsent_call_does_not_replace_the_probe() {
        UPSTREAM.limits(20, 500, NO_NOTES);
        HighLevel before = twentyInHalfASecond().highLevel();
        await(Uni.join().all(reads(before, 14)).andFailFast());

        HighLevel after = twentyInHalfASecond().highLevel();
        assertThat(await(after.contact(LOCATION, ".."))).isNull();
        await(Uni.join().all(reads(after, 14)).andFailFast());

        assertThat(UPSTREAM.refusals()).as("one call was still sent as a probe").isZero();
    }

    @Test
    void read_waits_after_a_429_caused_by_other_clients() {
        UPSTREAM.limits(1, 500, NO_NOTES);
        await(TestCrm.highLevel(UPSTREAM.url()).notes(LOCATION, "others"));

        assertThat(await(twentyInHalfASecond().highLevel().notes(LOCATION, "c1")))
                .isEmpty();
        assertThat(UPSTREAM.refusals()).isEqualTo(1);
    }

    @Test
    void read_beyond_its_deadline_is_refused_without_a_call() {
        UPSTREAM.answers(200, NO_NOTES);
        HighLevel crm = TestCrm.at(UPSTREAM.url())
                .budget(1, Duration.ofSeconds(10))
                .readDeadline(Duration.ofSeconds(1))
                .highLevel();
        await(crm.notes(LOCATION, "c1"));

        RateLimited refusal = catchThrowableOfType(RateLimited.class, () -> await(crm.notes(LOCATION, "c2")));

        assertThat(refusal.retryAfter().orElseThrow()).isBetween(Duration.ofSeconds(9), Duration.ofSeconds(11));
        assertThat(refusal.status()).as("no call was sent").isZero();
        assertThat(UPSTREAM.received()).hasSize(1);
    }

    @Test
    void waiting_caller_continues_on_its_own_context() throws Exception {
        UPSTREAM.answers(200, NO_NOTES);
        HighLevel crm =
                TestCrm.at(UPSTREAM.url()).budget(1, Duration.ofMillis(100)).highLevel();
        await(crm.notes(LOCATION, "c1"));
        Context caller = vertx.getOrCreateContext();
        CompletableFuture<Boolean> there = new CompletableFuture<>();

        caller.runOnContext(go -> crm.notes(LOCATION, "c2")
                .subscribe()
                .with(notes -> there.complete(Vertx.currentContext() == caller), there::completeExceptionally));

        assertThat(there.get(Patience.SECONDS, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void quota_reflects_the_last_answer() {
        UPSTREAM.limits(20, 500, NO_NOTES);
        HighLevel crm = TestCrm.highLevel(UPSTREAM.url());

        await(crm.notes(LOCATION, "c1"));

        assertThat(crm.quota(LOCATION).remaining()).isEqualTo(19);
        assertThat(crm.quota(LOCATION).dailyRemaining()).isEqualTo(199_999);
    }

    private static TestCrm twentyInHalfASecond() {
        return TestCrm.at(UPSTREAM.url()).budget(20, Duration.ofMillis(500));
    }

    private static List<Uni<List<Note>>> reads(HighLevel crm, int many) {
        return IntStream.range(0, many)
                .mapToObj(number -> crm.notes(LOCATION, "c" + number))
                .toList();
    }

    private static <T> T await(Uni<T> uni) {
        return uni.await().atMost(Patience.LIMIT);
    }
}
