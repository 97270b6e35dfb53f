package ghl.gateway.durability;

import static org.assertj.core.api.Assertions.assertThat;

import ghl.gateway.fixture.Patience;
import ghl.gateway.fixture.PostgresServer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Submissions of a dead gateway are taken over in time. */
@Tag("proof")
class TakeoverIT {

    private static final int TIMES = 3;

    private static CrmProcess crm;

    @BeforeAll
    static void startTheCrm() {
        crm = CrmProcess.start();
    }

    @AfterAll
    static void stopTheCrm() {
        crm.close();
    }

    /** The lease would last ten minutes. */
    @Test
    void next_start_on_sqlite_resumes_without_waiting_for_the_lease() {
        Takeover takeover = new Takeover(crm, Engine.SQLITE, Map.of("SUBMISSION_LEASE", "PT10M"));

        List<Duration> times =
                LongStream.range(0, TIMES).mapToObj(takeover::byTheNextStart).toList();

        System.out.println("SQLite, after the start: " + Takeover.summary(times));
        assertThat(times).allSatisfy(time -> assertThat(time).isLessThan(Patience.LIMIT));
    }

    @Test
    void other_replica_on_postgresql_resumes_after_the_lease() {
        try (PostgresServer postgres = PostgresServer.launch()) {
            Takeover takeover = new Takeover(crm, Engine.postgres(postgres), Map.of());

            List<Duration> times =
                    LongStream.range(0, TIMES).mapToObj(takeover::byAReplica).toList();

            System.out.println("PostgreSQL, after the kill: " + Takeover.summary(times));
            assertThat(times).allSatisfy(time -> assertThat(time).isLessThan(Patience.LIMIT));
        }
    }
}
