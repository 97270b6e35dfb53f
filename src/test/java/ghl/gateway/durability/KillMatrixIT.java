package ghl.gateway.durability;

import static org.assertj.core.api.Assertions.assertThat;

import ghl.gateway.submission.receipt.StepKind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Kill -9 at each point of the write path that differs from others, once, on SQLite. {@link FullKillMatrix} has all. */
class KillMatrixIT {

    private static CrmProcess crm;

    @BeforeAll
    static void startTheCrm() {
        crm = CrmProcess.start();
    }

    @AfterAll
    static void stopTheCrm() {
        crm.close();
    }

    @Test
    void a_kill_at_any_point_neither_loses_nor_doubles_anything() throws Exception {
        Report report = new Report();
        List<KillPoint> points = KillPoint.distinct();

        new KillMatrix(crm, report)
                .run(IntStream.range(0, points.size())
                        .mapToObj(i -> new Trial(points.get(i), Engine.SQLITE, i))
                        .toList());

        System.out.println(report);
        assertThat(report.size()).isEqualTo(points.size());
        assertThat(report.deviating()).isEmpty();
    }

    /** Otherwise the proof above would prove nothing. The look back, which would repair it, is hours away. */
    @Test
    void without_looking_for_what_a_lost_call_made_the_same_kills_leave_duplicates() throws Exception {
        Report report = new Report();

        new KillMatrix(crm, report)
                .run(
                        Stream.of(StepKind.ADD_TASK, StepKind.ADD_NOTE)
                                .map(kind -> new Trial(KillPoint.step(kind, "after-call"), Engine.SQLITE, 0))
                                .toList(),
                        Map.of("SUBMISSION_TEST_PROBE", "false", "SUBMISSION_SETTLE", "PT1H"),
                        Duration.ofSeconds(10));

        System.out.println("Negative control, deviations wanted: " + report);
        assertThat(report.deviating()).hasSize(2).allSatisfy(outcome -> assertThat(outcome.deviations())
                .anyMatch(deviation -> deviation.startsWith("too many: ")));
    }
}
