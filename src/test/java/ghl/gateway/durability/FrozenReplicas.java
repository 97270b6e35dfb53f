package ghl.gateway.durability;

import ghl.gateway.fixture.GatewayLaunch;
import ghl.gateway.fixture.GatewayProcess;
import ghl.gateway.fixture.Patience;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** Two replicas share a journal. The delivering one is frozen for longer than its lease and resumes as if it still had it. */
final class FrozenReplicas {

    private static final Duration AT_REST = Patience.LIMIT;
    private static final int CALL_MS = 150;

    private final CrmProcess crm;
    private final Engine engine;
    private final long seed;
    private final Random random;

    FrozenReplicas(CrmProcess crm, Engine shared, long seed) {
        this.crm = crm;
        this.engine = shared;
        this.seed = seed;
        this.random = new Random(seed);
    }

    void run(int freezes, Report report) throws Exception {
        GatewayLaunch launch = engine.gateway(crm);
        GatewayLaunch twin = launch.beside();
        try (GatewayProcess sleeper = launch.start();
                GatewayProcess other = twin.start()) {
            for (int freeze = 0; freeze < freezes; freeze++) {
                Sent sent = filled(freeze);
                sent.send(new GraphCaller(sleeper));
                standStill(sleeper);
                report.add(sent.judged(
                        engine + ", frozen past the lease",
                        new GraphCaller(other).awaitRest(sent.submissionId(), AT_REST),
                        launch.home() + " and " + twin.home()));
            }
        }
    }

    /** Freezes it at a random call, until some time after the other one may take over. */
    private void standStill(GatewayProcess sleeper) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(random.nextInt(CALL_MS * 5));
        sleeper.freeze();
        try {
            TimeUnit.MILLISECONDS.sleep(TestScale.LEASE.toMillis() + random.nextInt(1_500));
        } finally {
            sleeper.thaw();
        }
    }

    private Sent filled(int number) {
        FormCase form = FormCase.values()[random.nextInt(FormCase.values().length)];
        CrmLocation location = crm.location(form.settings());
        FilledForm filled = form.fill(location, random);
        location.fault(Map.of("operation", "*", "delayMs", CALL_MS, "times", 100));
        return new Sent("freeze " + number + ", form " + form + ", seed " + seed, location, filled, "freeze-" + number);
    }
}
