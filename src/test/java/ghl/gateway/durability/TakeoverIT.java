package ghl.gateway.durability;

import static org.assertj.core.api.Assertions.assertThat;

import ghl.gateway.fixture.PostgresServer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Submissions of a dead gateway are taken over in time. */
class TakeoverIT {

    private static final int TIMES = 3;
    private static final Duration AFTER_A_START = Duration.ofSeconds(1);

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
    void next_start_on_sqlite_resumes_within_a_second() {
        Takeover takeover = new Takeover(crm, Engine.SQLITE, Map.of());

        List<Duration> times =
                LongStream.range(0, TIMES).mapToObj(takeover::byTheNextStart).toList();

        System.out.println("SQLite, after the start: " + Takeover.summary(times));
        assertThat(times).allSatisfy(time -> assertThat(time).isLessThan(AFTER_A_START));
    }

    @Test
    void other_replica_on_postgresql_resumes_after_the_lease() {
        try (PostgresServer postgres = PostgresServer.launch()) {
            Takeover takeover = new Takeover(crm, Engine.postgres(postgres), Map.of());

            List<Duration> times =
                    LongStream.range(0, TIMES).mapToObj(takeover::byAReplica).toList();

            System.out.println("PostgreSQL, after the kill: " + Takeover.summary(times));
            assertThat(times).allSatisfy(time -> assertThat(time).isLessThan(TestScale.LEASE.multipliedBy(2)));
        }
    }
}
