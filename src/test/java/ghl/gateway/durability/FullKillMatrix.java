package ghl.gateway.durability;

import static org.assertj.core.api.Assertions.assertThat;

import ghl.gateway.fixture.PostgresServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The full kill matrix on SQLite and PostgreSQL: {@code mvn verify -Pkill-matrix}. The system properties below set its size,
 * which is printed with the result.
 */
class FullKillMatrix {

    private static final int SEEDS = Integer.getInteger("kill-matrix.seeds", 5);
    private static final int RANDOM_KILLS = Integer.getInteger("kill-matrix.random-kills", 100);
    private static final int FREEZES = Integer.getInteger("kill-matrix.freezes", 20);
    private static final int KILLS_AFTER_ACCEPT = Integer.getInteger("kill-matrix.accept-kills", 200);
    private static final int TAKEOVERS = Integer.getInteger("kill-matrix.takeovers", 100);
    private static final int REAL_TAKEOVERS = Integer.getInteger("kill-matrix.real-takeovers", 5);
    private static final int LATE_EFFECT_FORMS = Integer.getInteger("kill-matrix.late-effect-forms", 2_000);
    private static final int LATE_EFFECT_KILLS = Integer.getInteger("kill-matrix.late-effect-kills", 10);
    private static final long FIRST_SEED = Long.getLong("kill-matrix.first-seed", 0);

    private static CrmProcess crm;
    private static PostgresServer postgres;
    private static List<Engine> engines;

    @BeforeAll
    static void startCrmAndDatabase() {
        crm = CrmProcess.start();
        postgres = PostgresServer.launch();
        engines = List.of(Engine.SQLITE, Engine.postgres(postgres));
    }

    @AfterAll
    static void stopThem() {
        if (postgres != null) {
            postgres.close();
        }
        crm.close();
    }

    @Test
    void kill_at_any_failpoint_on_any_engine_loses_and_duplicates_nothing() throws Exception {
        Report report = new Report();
        List<Trial> trials = new ArrayList<>();
        for (long seed = FIRST_SEED; seed < FIRST_SEED + SEEDS; seed++) {
            for (Engine engine : engines) {
                for (KillPoint point : KillPoint.all()) {
                    trials.add(new Trial(point, engine, seed));
                }
            }
        }

        new KillMatrix(crm, report).run(trials);

        assertNoDeviation("Every point, " + SEEDS + " seeds", report);
    }

    @Test
    void random_kills_during_crm_faults_lose_and_duplicate_nothing() throws Exception {
        Report report = new Report();

        for (Engine engine : engines) {
            new RandomKills(crm, engine, FIRST_SEED).run(RANDOM_KILLS / engines.size(), report);
        }

        assertNoDeviation(RANDOM_KILLS + " random kills, every third operation in trouble", report);
    }

    @Test
    void replica_that_resumes_after_its_lease_duplicates_nothing() throws Exception {
        Report report = new Report();

        new FrozenReplicas(crm, engines.get(1), FIRST_SEED).run(FREEZES, report);

        assertNoDeviation(FREEZES + " replicas frozen past their lease", report);
    }

    @Test
    void accepted_submission_survives_a_kill_within_a_second() throws Exception {
        Report report = new Report();

        for (Engine engine : engines) {
            new KillsAfterAccept(crm, engine, FIRST_SEED).run(KILLS_AFTER_ACCEPT / engines.size(), report);
        }

        assertNoDeviation(KILLS_AFTER_ACCEPT + " kills 0 to 900 ms after an accept", report);
    }

    @Test
    void submission_of_a_dead_gateway_is_taken_over_in_time() {
        List<Duration> starts = takeovers(TAKEOVERS / 2, new Takeover(crm, engines.get(0), Map.of())::byTheNextStart);
        List<Duration> leases = takeovers(TAKEOVERS / 2, new Takeover(crm, engines.get(1), Map.of())::byAReplica);
        List<Duration> real = takeovers(REAL_TAKEOVERS, new Takeover(crm, engines.get(1), TestScale.REAL)::byAReplica);

        System.out.println("SQLite, from the next start being ready: " + Takeover.summary(starts));
        System.out.println("PostgreSQL, lease 2 s, from the kill: " + Takeover.summary(leases));
        System.out.println("PostgreSQL, lease 30 s, from the kill: " + Takeover.summary(real));
        assertThat(Collections.max(starts)).isLessThan(Duration.ofSeconds(1));
        assertThat(Collections.max(leases)).isLessThan(TestScale.LEASE.multipliedBy(2));
        assertThat(Collections.max(real)).isLessThan(Duration.ofSeconds(45));
    }

    /** One form in ten makes a call take effect late, and one in twenty has another fault. */
    @Test
    void late_effects_and_kills_leave_the_newest_values() throws Exception {
        Report report = new Report();
        int people = 40;
        int formsEach = LATE_EFFECT_FORMS / people;

        new LateEffects(
                        crm,
                        engines.get(0),
                        1,
                        new LateEffects.Size(people, formsEach, LATE_EFFECT_KILLS, 0, 0.15, false),
                        FIRST_SEED,
                        report)
                .run();
        new LateEffects(
                        crm,
                        engines.get(1),
                        3,
                        new LateEffects.Size(people, formsEach, LATE_EFFECT_KILLS, 3, 0.15, false),
                        FIRST_SEED,
                        report)
                .run();

        assertNoDeviation("People with " + formsEach + " forms each, late effects and kills", report);
    }

    private static List<Duration> takeovers(int times, LongFunction<Duration> takeover) {
        return LongStream.range(FIRST_SEED, FIRST_SEED + Math.max(1, times))
                .mapToObj(takeover)
                .toList();
    }

    private static void assertNoDeviation(String title, Report report) {
        System.out.println(title + "\n" + report);
        assertThat(report.size()).isPositive();
        assertThat(report.deviating()).isEmpty();
    }
}
