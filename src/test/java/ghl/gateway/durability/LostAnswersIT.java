package ghl.gateway.durability;

import static org.assertj.core.api.Assertions.assertThat;

import ghl.gateway.fixture.GatewayLaunch;
import ghl.gateway.fixture.GatewayProcess;
import ghl.gateway.fixture.Patience;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Calls that took effect although the answer was lost, was a refusal, or came late. Without kills. */
@Tag("proof")
class LostAnswersIT {

    private static final List<String> CREATING = List.of("create-task", "create-note");
    private static final Duration AT_REST = Patience.LIMIT;

    /** Later than the latest effect, with time to spare for a busy machine. */
    private static final String PATIENT = "PT10S";

    private static CrmProcess crm;
    private static GatewayLaunch launch;
    private static GatewayProcess gateway;

    @BeforeAll
    static void startBoth() {
        crm = CrmProcess.start();
        launch = Engine.SQLITE.gateway(crm).with("SUBMISSION_SETTLE", PATIENT);
        gateway = launch.start();
    }

    @AfterAll
    static void stopBoth() {
        gateway.close();
        crm.close();
    }

    @Test
    void effects_up_to_five_seconds_late_leave_no_duplicate() {
        Map<String, Map<String, Object>> late = new LinkedHashMap<>();
        for (int afterMs = 1_000; afterMs <= 5_000; afterMs += 500) {
            late.put(afterMs + " ms late", Map.of("applyLateMs", afterMs));
        }

        assertWell(late, CREATING, Map.of(), FormCase.EVERYDAY, FormCase.TWINS);
    }

    @Test
    void refused_call_with_effect_leaves_no_duplicate() {
        Map<String, Object> refusal =
                Map.of("status", 422, "when", "after", "body", Map.of("message", List.of("something is odd")));

        assertWell(Map.of("422 with effect", refusal), CREATING, Map.of(), FormCase.values());
        assertWell(Map.of("422 with effect", refusal), List.of("create-contact"), Map.of(), FormCase.CREATE_ONLY);
    }

    @Test
    void list_lag_beyond_the_quiet_period_leaves_no_duplicate() {
        assertWell(
                Map.of("dropped", Map.of("dropAnswer", true)),
                CREATING,
                Map.of("listLagMs", TestScale.QUIET.toMillis() * 3),
                FormCase.EVERYDAY,
                FormCase.TWINS,
                FormCase.HTML);
    }

    @Test
    void lost_answers_to_any_call_leave_no_duplicate() {
        Map<String, Map<String, Object>> lost = new LinkedHashMap<>();
        lost.put("dropped", Map.of("dropAnswer", true));
        lost.put("too slow", Map.of("delayMs", TestScale.CALL.toMillis() * 2));
        lost.put("failed after the effect", Map.of("status", 500, "when", "after"));
        lost.put("cut short", Map.of("truncate", true));
        lost.put("garbled", Map.of("malformed", true));

        assertWell(lost, List.of("*"), Map.of(), FormCase.values());
    }

    /** Submits each form with each trouble in each operation in parallel, and compares them once they are at rest. */
    private static void assertWell(
            Map<String, Map<String, Object>> troubles,
            List<String> operations,
            Map<String, Object> settings,
            FormCase... forms) {
        Report report = new Report();
        List<Sent> all = new ArrayList<>();
        GraphCaller caller = new GraphCaller(gateway);
        for (FormCase form : forms) {
            troubles.forEach((name, trouble) -> operations.forEach(operation -> {
                Sent sent = Sent.anew(crm, form, operation + " " + name, new Random(all.size()));
                sent.location().change(settings);
                Map<String, Object> fault = new LinkedHashMap<>(trouble);
                fault.put("operation", operation);
                sent.location().fault(fault);
                sent.sendSurely(caller);
                all.add(sent);
            }));
        }
        for (Sent sent : all) {
            report.add(sent.judged(
                    "lost answers",
                    caller.awaitRest(sent.submissionId(), AT_REST),
                    launch.home().toString()));
        }
        System.out.println(troubles.keySet() + " in " + operations + "\n" + report);
        assertThat(report.deviating()).isEmpty();
    }
}
