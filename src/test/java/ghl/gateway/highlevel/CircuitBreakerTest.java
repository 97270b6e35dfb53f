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
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** While the CRM fails most reads of a location, reads are refused without a call. */
@QuarkusTest
class CircuitBreakerTest {

    private static final FaultyUpstream UPSTREAM = new FaultyUpstream();
    private static final String NO_NOTES = "{\"notes\":[]}";

    private final HighLevel crm = crm(Duration.ofMinutes(1));

    @AfterAll
    static void stop() {
        UPSTREAM.close();
    }

    @BeforeEach
    void forget() {
        UPSTREAM.reset();
    }

    @Test
    void reads_are_refused_without_a_call_after_many_failures() {
        failsFourTimes(crm);

        Unavailable refusal = failure(crm.notes(LOCATION, "c5"));

        assertThat(refusal.reason()).isEqualTo(Cause.NOT_SENT);
        assertThat(UPSTREAM.received()).hasSize(4);
        assertThat(crm.quota(LOCATION).remaining()).isEqualTo(96);
    }

    @Test
    void open_circuit_refuses_reads_before_they_wait_for_a_permit() {
        HighLevel spent = TestCrm.at(UPSTREAM.url())
                .circuit(7, Duration.ofMinutes(1))
                .budget(10, Duration.ofSeconds(10))
                .highLevel();
        UPSTREAM.answers(500, "{}");
        for (int call = 0; call < 7; call++) {
            failure(spent.notes(LOCATION, "failing" + call));
        }

        assertThat(failure(spent.notes(LOCATION, "c8")).reason()).isEqualTo(Cause.NOT_SENT);
    }

    @Test
    void refusals_of_the_crm_do_not_open_the_circuit() {
        UPSTREAM.answers(422, "{}");
        for (int call = 0; call < 10; call++) {
            crm.notes(LOCATION, "c" + call)
                    .onFailure()
                    .recoverWithNull()
                    .await()
                    .indefinitely();
        }

        assertThat(UPSTREAM.received()).hasSize(10);
    }

    @Test
    void open_circuit_does_not_affect_submissions_and_other_locations() {
        failsFourTimes(crm);
        UPSTREAM.answers(200, Operation.CREATE_NOTE.healthyAnswer());

        await(Operation.CREATE_NOTE.on(crm));
        UPSTREAM.answers(200, NO_NOTES);
        Context delivery = CallDeadline.until(Instant.now().plusSeconds(60), Clock.systemUTC());
        crm.notes(LOCATION, "c1").awaitUsing(delivery).atMost(Patience.LIMIT);
        await(crm.notes("anotherlocation00001", "c1"));

        assertThat(UPSTREAM.received()).hasSize(7);
    }

    @Test
    void successful_probe_closes_the_circuit() {
        HighLevel quick = crm(Duration.ofMillis(200));
        failsFourTimes(quick);
        UPSTREAM.answers(200, NO_NOTES);

        Patience.await().ignoreExceptions().until(() -> await(quick.notes(LOCATION, "c5"))
                .isEmpty());

        await(quick.notes(LOCATION, "c6"));
        assertThat(UPSTREAM.received()).hasSize(6);
    }

    @Test
    void other_reads_are_refused_during_the_probe() {
        HighLevel quick = crm(Duration.ofMillis(200));
        failsFourTimes(quick);
        UPSTREAM.answersWhenTold(200, NO_NOTES);
        AtomicReference<CompletableFuture<?>> probe = new AtomicReference<>();
        Patience.await().until(() -> {
            probe.set(quick.notes(LOCATION, "probe").subscribeAsCompletionStage());
            return !probe.get().isDone() && UPSTREAM.received().size() == 5;
        });

        for (int call = 0; call < 10; call++) {
            assertThat(failure(quick.notes(LOCATION, "other" + call)).reason()).isEqualTo(Cause.NOT_SENT);
        }

        assertThat(UPSTREAM.received()).as("the probe alone").hasSize(5);
        UPSTREAM.tell();
        probe.get().join();
        UPSTREAM.answers(200, NO_NOTES);
        await(quick.notes(LOCATION, "c6"));
    }

    @Test
    void failed_probe_opens_the_circuit_again() {
        HighLevel quick = crm(Duration.ofMillis(500));
        failsFourTimes(quick);

        Patience.await().until(() -> {
            failure(quick.notes(LOCATION, "probe"));
            return UPSTREAM.received().size() == 5;
        });

        assertThat(failure(quick.notes(LOCATION, "next")).reason()).isEqualTo(Cause.NOT_SENT);
        assertThat(UPSTREAM.received()).hasSize(5);
    }

    @Test
    void stale_answer_is_served_while_the_circuit_is_open() {
        HighLevel caching = TestCrm.at(UPSTREAM.url())
                .circuit(4, Duration.ofMinutes(1))
                .cache(Duration.ofMillis(1), Duration.ofMinutes(1))
                .highLevel();
        UPSTREAM.answers(200, NO_NOTES);
        await(caching.notes(LOCATION, "known"));
        failsFourTimes(caching);

        assertThat(await(caching.notes(LOCATION, "known"))).isEmpty();
    }

    private static HighLevel crm(Duration delay) {
        return TestCrm.at(UPSTREAM.url()).circuit(4, delay).highLevel();
    }

    private static void failsFourTimes(HighLevel crm) {
        UPSTREAM.answers(500, "{}");
        for (int call = 0; call < 4; call++) {
            failure(crm.notes(LOCATION, "failing" + call));
        }
    }

    private static Unavailable failure(Uni<?> call) {
        return catchThrowableOfType(Unavailable.class, () -> await(call));
    }

    private static <T> T await(Uni<T> uni) {
        return uni.await().atMost(Patience.LIMIT);
    }
}
