package ghl.gateway.durability;

import static org.assertj.core.api.Assertions.assertThat;

import ghl.gateway.submission.receipt.StepKind;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Kill -9 once at each distinct failpoint of the write path, on SQLite. {@link FullKillMatrix} covers all of them. */
@Tag("proof")
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
    void kill_at_any_failpoint_loses_and_duplicates_nothing() throws Exception {
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

    /**
     * Proves that the matrix is sensitive: the CRM hides its tasks and notes from the gateway, so that probing for the effect of
     * the lost call finds nothing.
     */
    @Test
    void kill_after_a_creating_call_with_blinded_probe_leaves_duplicates() throws Exception {
        Report report = new Report();

        new KillMatrix(crm, report)
                .run(Stream.of(
                                KillPoint.step(StepKind.ADD_TASK, "after-call").hiding("get-all-tasks", "tasks"),
                                KillPoint.step(StepKind.ADD_NOTE, "after-call").hiding("get-all-notes", "notes"))
                        .map(point -> new Trial(point, Engine.SQLITE, 0))
                        .toList());

        System.out.println("Negative control, deviations expected: " + report);
        assertThat(report.deviating()).hasSize(2).allSatisfy(outcome -> assertThat(outcome.deviations())
                .anyMatch(deviation -> deviation.startsWith("too many: ")));
    }
}
