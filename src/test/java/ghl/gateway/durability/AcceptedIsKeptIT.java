package ghl.gateway.durability;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A submission that was answered as accepted is stored, however soon the gateway is killed. */
@Tag("proof")
class AcceptedIsKeptIT {

    private static final int KILLS = 3;

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
    void accepted_submission_survives_a_kill_within_a_second() throws Exception {
        Report report = new Report();

        new KillsAfterAccept(crm, Engine.SQLITE, 0).run(KILLS, report);

        System.out.println(KILLS + " kills after an accept\n" + report);
        assertThat(report.size()).isGreaterThanOrEqualTo(KILLS);
        assertThat(report.deviating()).isEmpty();
    }
}
