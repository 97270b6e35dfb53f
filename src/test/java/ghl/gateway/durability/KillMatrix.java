package ghl.gateway.durability;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs trials in parallel: they spend most of their time waiting. */
final class KillMatrix {

    private static final int PARALLEL_TRIALS = Integer.getInteger("kill-matrix.lanes", 4);

    private final CrmProcess crm;
    private final Report report;

    KillMatrix(CrmProcess crm, Report report) {
        this.crm = crm;
        this.report = report;
    }

    void run(List<Trial> trials) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(PARALLEL_TRIALS);
        try {
            List<Future<?>> running = trials.stream()
                    .<Future<?>>map(trial -> threads.submit(() -> report.add(trial.run(crm))))
                    .toList();
            for (Future<?> trial : running) {
                trial.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
