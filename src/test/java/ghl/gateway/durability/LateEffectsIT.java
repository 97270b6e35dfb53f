package ghl.gateway.durability;

import static org.assertj.core.api.Assertions.assertThat;

import ghl.gateway.fixture.PostgresServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An older value never replaces a newer one, whenever the CRM carries out its calls. {@link FullKillMatrix} has more of it. */
@Tag("proof")
class LateEffectsIT {

    private static final long SEED = Long.getLong("late-effects.seed", 0);

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
    void random_forms_of_one_person_with_late_effects_leave_the_newest_values() throws Exception {
        assertNewestValues(Engine.SQLITE, 1, new LateEffects.Size(40, 4, 0, 0, 0.5, true));
    }

    @Test
    void late_effects_and_kills_leave_the_newest_values() throws Exception {
        assertNewestValues(Engine.SQLITE, 1, new LateEffects.Size(40, 5, 2, 0, 0.3, false));
    }

    @Test
    void late_effects_with_killed_and_frozen_replicas_leave_the_newest_values() throws Exception {
        try (PostgresServer postgres = PostgresServer.launch()) {
            assertNewestValues(Engine.postgres(postgres), 3, new LateEffects.Size(40, 5, 2, 1, 0.3, false));
        }
    }

    private static void assertNewestValues(Engine engine, int replicas, LateEffects.Size size) throws Exception {
        Report report = new Report();

        new LateEffects(crm, engine, replicas, size, SEED, report).run();

        System.out.println(report);
        assertThat(report.size()).isGreaterThanOrEqualTo(size.people());
        assertThat(report.deviating()).isEmpty();
    }
}
