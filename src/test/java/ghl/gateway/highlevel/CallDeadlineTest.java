package ghl.gateway.highlevel;

import static ghl.gateway.highlevel.TestCrm.LOCATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ghl.gateway.contact.Appointment;
import ghl.gateway.fixture.Patience;
import ghl.gateway.fixture.TestClock;
import ghl.gateway.highlevel.call.CallDeadline;
import ghl.gateway.highlevel.call.UpstreamException.RateLimited;
import ghl.gateway.highlevel.call.UpstreamException.Unavailable;
import ghl.gateway.highlevel.call.UpstreamException.Unavailable.Cause;
import ghl.gateway.highlevel.settings.HighLevelConfig.Gather;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Context;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A submission's calls are sent before their deadline or not at all, and bypass the cache. */
@QuarkusTest
class CallDeadlineTest {

    private static final FaultyUpstream UPSTREAM = new FaultyUpstream();
    private static final String NO_NOTES = "{\"notes\":[]}";

    private final TestClock clock = new TestClock();
    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger checks = new AtomicInteger();
    private final HighLevel crm = TestCrm.at(UPSTREAM.url())
            .clock(clock)
            .gather(Gather.ON)
            .cache(Duration.ofMinutes(1), Duration.ofMinutes(1))
            .budget(10, Duration.ofSeconds(10))
            .highLevel();

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
    void call_after_its_deadline_is_never_sent(Operation operation) {
        UPSTREAM.answers(200, operation.healthyAnswer());
        Context inTenSeconds = inTenSeconds();
        nanos.addAndGet(Duration.ofSeconds(10).toNanos());

        Unavailable failure = catchThrowableOfType(Unavailable.class, () -> await(operation.on(crm), inTenSeconds));

        assertThat(failure.reason()).isEqualTo(Cause.NOT_SENT);
        assertThat(failure.maybeDone()).isFalse();
        assertThat(UPSTREAM.received()).isEmpty();
        assertThat(crm.quota(LOCATION).remaining()).as("not counted").isEqualTo(10);
    }

    @ParameterizedTest
    @EnumSource
    void call_before_its_deadline_is_sent(Operation operation) {
        UPSTREAM.answers(200, operation.healthyAnswer());
        Context inTenSeconds = inTenSeconds();
        nanos.addAndGet(Duration.ofSeconds(10).toNanos() - 1);
        clock.advance(Duration.ofMillis(9_998));

        await(operation.on(crm), inTenSeconds);

        assertThat(UPSTREAM.received()).hasSize(1);
    }

    @Test
    void clock_set_back_does_not_extend_the_deadline() {
        UPSTREAM.answers(200, NO_NOTES);
        Context inTenSeconds = inTenSeconds();
        nanos.addAndGet(Duration.ofSeconds(11).toNanos());
        clock.advance(Duration.ofSeconds(-60));

        assertThat(catchThrowableOfType(Unavailable.class, () -> await(crm.notes(LOCATION, "c1"), inTenSeconds))
                        .reason())
                .isEqualTo(Cause.NOT_SENT);
    }

    @Test
    void call_with_a_late_permit_is_not_sent() {
        UPSTREAM.answersWhenTold(200, NO_NOTES);
        var probe = crm.notes(LOCATION, "others").subscribeAsCompletionStage();
        UPSTREAM.awaitReceived(1);
        CompletableFuture<?> waiting = started(crm.notes(LOCATION, "c1"), inTenSeconds());
        clock.advance(Duration.ofSeconds(10));

        UPSTREAM.tell();

        probe.join();
        assertThat(waiting.handle((answer, failure) -> failure).join())
                .isInstanceOfSatisfying(Unavailable.class, failure -> assertThat(failure.reason())
                        .isEqualTo(Cause.NOT_SENT));
        assertThat(UPSTREAM.received()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void call_with_a_late_connection_is_not_sent(Operation operation) {
        takeEveryConnection(crm);
        CompletableFuture<?> waiting = started(operation.on(crm), inTenSeconds());
        Patience.await().until(() -> checks.get() == 2);
        nanos.addAndGet(Duration.ofSeconds(10).toNanos());

        UPSTREAM.tell();

        assertThat(waiting.handle((answer, failure) -> failure).join())
                .isInstanceOfSatisfying(Unavailable.class, failure -> assertThat(failure.reason())
                        .isEqualTo(Cause.NOT_SENT));
        UPSTREAM.reset();
        UPSTREAM.answers(200, NO_NOTES);
        for (int call = 0; call < 5; call++) {
            await(crm.notes(LOCATION, "after" + call), inTenSeconds());
        }
        assertThat(UPSTREAM.received()).as("its connection is used again").hasSize(5);
    }

    @ParameterizedTest
    @EnumSource
    void call_cancelled_while_waiting_for_a_connection_is_never_sent(Operation operation) {
        HighLevel rich = TestCrm.at(UPSTREAM.url()).gather(Gather.ON).highLevel();
        takeEveryConnection(rich);
        CompletableFuture<?> waiting = started(operation.on(rich), inTenSeconds());
        Patience.await().until(() -> checks.get() == 2);
        int before = UPSTREAM.received().size();

        waiting.cancel(true);
        UPSTREAM.tell();

        UPSTREAM.answers(200, NO_NOTES);
        for (int call = 0; call < 5; call++) {
            await(rich.notes(LOCATION, "after" + call), inTenSeconds());
        }
        assertThat(UPSTREAM.received().subList(before, before + 5))
                .allMatch(request -> request.uri().contains("after"));
    }

    /** Occupies the connections of both REST clients with calls that are answered on demand. */
    private void takeEveryConnection(HighLevel crm) {
        UPSTREAM.answers(200, NO_NOTES);
        await(crm.notes(LOCATION, "probe"), Context.empty());
        UPSTREAM.answersWhenTold(200, NO_NOTES);
        for (int call = 0; call < 4; call++) {
            started(crm.notes(LOCATION, "other" + call), Context.empty());
            started(crm.location("other" + call), Context.empty());
        }
        UPSTREAM.awaitReceived(9);
    }

    @Test
    void call_without_permit_before_its_deadline_is_refused_at_once_with_retry_after() {
        UPSTREAM.answers(200, NO_NOTES);
        for (int call = 0; call < 10; call++) {
            await(crm.notes(LOCATION, "c" + call), inTenSeconds());
        }

        RateLimited refusal = catchThrowableOfType(
                RateLimited.class, () -> await(crm.notes(LOCATION, "late"), CallDeadline.until(in(2_000), clock)));

        assertThat(refusal.status()).as("no call was sent").isZero();
        assertThat(refusal.retryAfter().orElseThrow()).isBetween(Duration.ofSeconds(10), Duration.ofSeconds(11));
        assertThat(UPSTREAM.received()).hasSize(10);
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "CONTACT",
                "DUPLICATE",
                "LIST",
                "SEARCH",
                "OF_BUSINESS",
                "TASKS",
                "TASK",
                "NOTES",
                "NOTE",
                "APPOINTMENTS"
            })
    void submission_read_bypasses_the_cache_and_uses_the_write_budget(Operation read) {
        UPSTREAM.answers(200, NO_NOTES);
        for (int call = 0; call < 6; call++) {
            await(crm.notes(LOCATION, "other" + call), Context.empty());
        }
        UPSTREAM.answers(200, read == Operation.TASKS ? "{\"tasks\":[]}" : read.healthyAnswer());
        await(read.on(crm), Context.empty());
        assertThat(UPSTREAM.received()).hasSize(7);

        UPSTREAM.answers(200, read.healthyAnswer());
        await(read.on(crm), inTenSeconds());
        await(read.on(crm), inTenSeconds());

        assertThat(UPSTREAM.received()).hasSize(9);
        assertThat(UPSTREAM.last().uri()).as("not by the search, which lags").doesNotContain("tasks/search");
    }

    @Test
    void submission_read_does_not_join_another_callers_read() {
        UPSTREAM.answers(200, NO_NOTES);
        await(crm.notes(LOCATION, "known"), Context.empty());
        UPSTREAM.answersWhenTold(200, NO_NOTES);
        var others = crm.notes(LOCATION, "c1").subscribeAsCompletionStage();
        UPSTREAM.awaitReceived(2);

        CompletableFuture<?> own = started(crm.notes(LOCATION, "c1"), inTenSeconds());

        UPSTREAM.awaitReceived(3);
        UPSTREAM.tell();
        others.join();
        own.join();
    }

    @Test
    void time_zone_of_appointments_is_read_with_the_same_deadline() {
        UPSTREAM.answers(200, NO_NOTES);
        for (int call = 0; call < 7; call++) {
            await(crm.notes(LOCATION, "other" + call), Context.empty());
        }
        UPSTREAM.answersByPath(Map.of(
                "/contacts/c1/appointments",
                "{\"events\":[{\"id\":\"a1\",\"startTime\":\"2026-12-01 10:00:00\"}]}",
                "/locations/" + LOCATION,
                "{\"location\":{\"id\":\"location000000000001\",\"timezone\":\"America/Chicago\"}}"));

        List<Appointment> appointments = await(crm.appointments(LOCATION, "c1"), inTenSeconds());

        assertThat(appointments.get(0).startsAt()).isEqualTo("2026-12-01T16:00:00Z");
    }

    /** A deadline that passes when either {@link #nanos} or {@link #clock} has moved by ten seconds. */
    private Context inTenSeconds() {
        checks.set(0);
        return new CallDeadline(in(10_000), clock, this::nanoTime).context();
    }

    private long nanoTime() {
        checks.incrementAndGet();
        return nanos.get();
    }

    private Instant in(long millis) {
        return clock.instant().plusMillis(millis);
    }

    private static CompletableFuture<?> started(Uni<?> call, Context context) {
        return call.subscribe().asCompletionStage(context);
    }

    private static <T> T await(Uni<T> uni, Context context) {
        return uni.awaitUsing(context).atMost(Patience.LIMIT);
    }
}
