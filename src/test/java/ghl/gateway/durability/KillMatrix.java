package ghl.gateway.durability;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs trials side by side: most of their time is waiting. */
final class KillMatrix {

    private static final int LANES = Integer.getInteger("kill-matrix.lanes", 4);

    private static final Duration AT_REST = Duration.ofSeconds(30);

    private final CrmProcess crm;
    private final Report report;

    KillMatrix(CrmProcess crm, Report report) {
        this.crm = crm;
        this.report = report;
    }

    void run(List<Trial> trials) throws Exception {
        run(trials, Map.of(), AT_REST);
    }

    /**
     * @param variables further settings of every gateway
     * @param patience how long a submission has until it is at rest
     */
    void run(List<Trial> trials, Map<String, String> variables, Duration patience) throws Exception {
        ExecutorService lanes = Executors.newFixedThreadPool(LANES);
        try {
            List<Future<?>> running = trials.stream()
                    .<Future<?>>map(trial -> lanes.submit(() -> report.add(trial.run(crm, variables, patience))))
                    .toList();
            for (Future<?> trial : running) {
                trial.get();
            }
        } finally {
            lanes.shutdownNow();
        }
    }
}
