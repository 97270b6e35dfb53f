package ghl.gateway.durability;

import static org.assertj.core.api.Assertions.assertThat;

import ghl.gateway.fixture.Patience;
import ghl.gateway.fixture.PostgresServer;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** PostgreSQL crashes and comes back while forms come in and are delivered. */
@Tag("proof")
class DatabaseRestartIT {

    private static final Duration LIMIT = Patience.LIMIT;
    private static final int CALLERS = 4;
    private static final int FORMS_BETWEEN_CRASHES = 10;
    private static final int CRASHES = 3;

    private volatile boolean isOver;

    @Test
    void accepted_submissions_survive_database_crashes_without_duplicates() {
        Queue<Sent> accepted = new ConcurrentLinkedQueue<>();
        Report report = new Report();
        try (PostgresServer postgres = PostgresServer.launch();
                CrmProcess crm = CrmProcess.start();
                Replicas replicas = Replicas.start(2, Engine.postgres(postgres).gateway(crm))) {
            List<CompletableFuture<Void>> callers = IntStream.range(0, CALLERS)
                    .mapToObj(caller -> CompletableFuture.runAsync(() -> submit(crm, replicas, caller, accepted)))
                    .toList();
            for (int crash = 1; crash <= CRASHES; crash++) {
                int enough = accepted.size() + FORMS_BETWEEN_CRASHES;
                Patience.await().atMost(LIMIT).until(() -> accepted.size() >= enough);
                postgres.restart("immediate");
            }
            isOver = true;
            callers.forEach(CompletableFuture::join);

            for (Sent sent : accepted) {
                report.add(sent.judged(
                        "PostgreSQL crashes",
                        replicas.caller(0).awaitRest(sent.submissionId(), LIMIT),
                        replicas.toString()));
            }
        }
        System.out.println(CRASHES + " crashes of PostgreSQL under load\n" + report);
        assertThat(report.deviating()).isEmpty();
    }

    /** Callers repeat what was not accepted, with the same key. */
    private void submit(CrmProcess crm, Replicas replicas, int caller, Queue<Sent> accepted) {
        Random random = new Random(caller);
        for (int number = 0; !isOver; number++) {
            Sent sent = Sent.anew(crm, FormCase.EVERYDAY, "caller " + caller + ", form " + number, random);
            sent.sendSurely(replicas.caller(caller));
            accepted.add(sent);
        }
    }
}
