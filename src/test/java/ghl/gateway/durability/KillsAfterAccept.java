package ghl.gateway.durability;

import ghl.gateway.fixture.GatewayLaunch;
import ghl.gateway.fixture.GatewayProcess;
import ghl.gateway.fixture.Patience;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/** Forms come in without a pause; 0 to 900 ms after the first was accepted the gateway is killed. */
final class KillsAfterAccept {

    private static final int LATEST_MS = 900;
    private static final int CALLERS = 3;
    private static final Duration AT_REST = Patience.LIMIT;

    private final CrmProcess crm;
    private final Engine engine;
    private final Random random;
    private final GatewayLaunch launch;
    private final Queue<Sent> accepted = new ConcurrentLinkedQueue<>();

    KillsAfterAccept(CrmProcess crm, Engine engine, long seed) {
        this.crm = crm;
        this.engine = engine;
        this.random = new Random(seed);
        this.launch = engine.gateway(crm);
    }

    /** Adds an outcome for each accepted submission. */
    void run(int kills, Report report) throws Exception {
        for (int life = 0; life < kills; life++) {
            liveAndDie(life);
        }
        try (GatewayProcess last = launch.start()) {
            GraphCaller caller = new GraphCaller(last);
            for (Sent sent : accepted) {
                report.add(sent.judged(
                        engine + ", kill after an accept",
                        caller.awaitRest(sent.submissionId(), AT_REST),
                        launch.home().toString()));
            }
        }
    }

    private void liveAndDie(int life) throws Exception {
        CompletableFuture<Void> first = new CompletableFuture<>();
        List<CompletableFuture<Void>> callers = new ArrayList<>();
        try (GatewayProcess gateway = launch.start()) {
            GraphCaller caller = new GraphCaller(gateway);
            for (int number = 0; number < CALLERS; number++) {
                String name = "life " + life + ", caller " + number;
                long seed = random.nextLong();
                callers.add(CompletableFuture.runAsync(() -> submitUntilItDies(caller, name, new Random(seed), first)));
            }
            first.get(Patience.SECONDS, TimeUnit.SECONDS);
            TimeUnit.MILLISECONDS.sleep(random.nextInt(LATEST_MS));
            gateway.kill();
        }
        for (CompletableFuture<Void> caller : callers) {
            caller.get();
        }
    }

    private void submitUntilItDies(GraphCaller gateway, String name, Random random, CompletableFuture<Void> first) {
        int number = 0;
        Sent sent = Sent.anew(crm, FormCase.EVERYDAY, name + ", form " + number, random);
        while (sent.send(gateway)) {
            accepted.add(sent);
            first.complete(null);
            number++;
            sent = Sent.anew(crm, FormCase.EVERYDAY, name + ", form " + number, random);
        }
    }
}
