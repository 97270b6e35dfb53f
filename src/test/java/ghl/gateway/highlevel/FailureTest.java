package ghl.gateway.highlevel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ghl.gateway.highlevel.UpstreamException.Unavailable;
import ghl.gateway.highlevel.UpstreamException.Unavailable.Cause;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever the CRM does wrong, in every call the caller gets the kind of {@link UpstreamException} that says so. */
@QuarkusTest
class FailureTest {

    private static final FaultyUpstream UPSTREAM = new FaultyUpstream();
    private static final Duration SHORT = Duration.ofMillis(200);

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
    void a_healthy_answer_is_no_failure(Operation operation) {
        UPSTREAM.answers(200, operation.healthyAnswer());

        operation.on(crm).await().atMost(Duration.ofSeconds(10));

        assertThat(UPSTREAM.received()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void a_slow_answer_is_a_time_out(Operation operation) {
        UPSTREAM.neverAnswers();
        HighLevel impatient = new TestCrm(UPSTREAM.url(), SHORT, Duration.ofMinutes(5), Clock.systemUTC()).highLevel();

        assertThat(unavailable(operation, impatient).reason()).isEqualTo(Cause.TIMED_OUT);
    }

    @ParameterizedTest
    @EnumSource
    void an_answer_cut_in_its_body_is_lost(Operation operation) {
        UPSTREAM.cutsTheBody();

        assertThat(unavailable(operation, crm).reason()).isEqualTo(Cause.ANSWER_LOST);
    }

    @ParameterizedTest
    @EnumSource
    void a_connection_closed_before_the_answer_is_an_answer_lost(Operation operation) {
        UPSTREAM.hangsUp();

        assertThat(unavailable(operation, crm).reason()).isEqualTo(Cause.ANSWER_LOST);
    }

    private static Unavailable unavailable(Operation operation, HighLevel crm) {
        Unavailable failure = failure(operation, crm, Unavailable.class);
        assertThat(failure.operation()).isEqualTo(operation.operationId());
        return failure;
    }

    private static <F extends Throwable> F failure(Operation operation, HighLevel crm, Class<F> kind) {
        return catchThrowableOfType(kind, () -> operation.on(crm).await().atMost(Duration.ofSeconds(10)));
    }
}
