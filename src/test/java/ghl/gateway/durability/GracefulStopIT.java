package ghl.gateway.durability;

import static ghl.gateway.fixture.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import ghl.gateway.fixture.GatewayLaunch;
import ghl.gateway.fixture.GatewayProcess;
import ghl.gateway.fixture.Patience;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** SIGTERM: the call in flight ends and its result is stored; the remaining steps are left to the next start. */
@Tag("proof")
class GracefulStopIT {

    private static final Duration STOPPED = Patience.LIMIT;
    private static final Duration AT_REST = Patience.LIMIT;

    @Test
    void stop_during_a_call_neither_repeats_it_nor_loses_other_steps() {
        try (CrmProcess crm = CrmProcess.start()) {
            GatewayLaunch launch =
                    Engine.SQLITE.gateway(crm).with(Map.of("HIGHLEVEL_TIMEOUT", "PT20S", "SUBMISSION_LEASE", "PT60S"));
            CrmLocation location = crm.location(Map.of());
            FilledForm form = FormCase.EVERYDAY.fill(location, new Random(0));
            location.fault(Map.of("operation", "create-task", "delayMs", 500));

            Receipt accepted = stoppedInTheCall(launch, location, form);

            try (GatewayProcess next = launch.start()) {
                Receipt receipt =
                        new GraphCaller(next).awaitRest(accepted.id(), AT_REST).orElseThrow();
                assertThat(CrmTruth.deviations(form, location, Optional.of(receipt)))
                        .as(next.log())
                        .isEmpty();
                assertThat(receipt.json().path("steps")).allSatisfy(step -> assertThat(attempts(step))
                        .as(receipt.toString())
                        .isEqualTo(1));
                assertThat(location.reached("create-task")).isEqualTo(1);
            }
        }
    }

    private static Receipt stoppedInTheCall(GatewayLaunch launch, CrmLocation location, FilledForm form) {
        try (GatewayProcess gateway = launch.start()) {
            Receipt accepted = new GraphCaller(gateway).submit(location, form.sentAs("stopped"));
            await().pollInterval(Duration.ofMillis(10)).until(() -> location.reached("create-task") == 1);

            assertThat(gateway.stops(STOPPED)).as("ends by itself").isTrue();
            return accepted;
        }
    }

    private static int attempts(JsonNode step) {
        return step.path("attempts").asInt();
    }
}
