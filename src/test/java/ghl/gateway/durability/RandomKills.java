package ghl.gateway.durability;

import ghl.gateway.fixture.GatewayLaunch;
import ghl.gateway.fixture.GatewayProcess;
import ghl.gateway.fixture.Patience;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** One journal and many short runs of the gateway: forms come in, the CRM fails, and the gateway is killed at random times. */
final class RandomKills {

    private static final int FORMS_IN_A_LIFE = 3;
    private static final int LONGEST_LIFE_MS = 2_500;
    private static final Duration AT_REST = Patience.LIMIT;

    private final CrmProcess crm;
    private final Engine engine;
    private final long seed;
    private final Random random;
    private final GatewayLaunch launch;
    private final List<Sent> all = new ArrayList<>();

    RandomKills(CrmProcess crm, Engine engine, long seed) {
        this.crm = crm;
        this.engine = engine;
        this.seed = seed;
        this.random = new Random(seed);
        this.launch = engine.gateway(crm);
    }

    void run(int kills, Report report) throws Exception {
        for (int life = 0; life < kills; life++) {
            liveAndDie(life);
        }
        try (GatewayProcess last = launch.start()) {
            GraphCaller caller = new GraphCaller(last);
            for (Sent sent : all) {
                Troubles.endOutage(sent.location());
                sent.sendSurely(caller);
            }
            for (Sent sent : all) {
                report.add(sent.judged(
                        engine + ", random kills",
                        caller.awaitRest(sent.submissionId(), AT_REST),
                        launch.home().toString()));
            }
        }
    }

    private void liveAndDie(int life) throws Exception {
        List<Sent> fresh = new ArrayList<>();
        for (int form = 0; form < FORMS_IN_A_LIFE; form++) {
            fresh.add(filled(life * FORMS_IN_A_LIFE + form));
        }
        List<Sent> open =
                new ArrayList<>(all.stream().filter(sent -> !sent.isAccepted()).toList());
        open.addAll(fresh);
        all.addAll(fresh);
        List<CompletableFuture<Void>> sending = new ArrayList<>();
        try (GatewayProcess gateway = launch.start()) {
            GraphCaller caller = new GraphCaller(gateway);
            open.forEach(sent -> sending.add(CompletableFuture.runAsync(() -> sent.send(caller))));
            TimeUnit.MILLISECONDS.sleep(random.nextInt(LONGEST_LIFE_MS));
            gateway.kill();
        }
        for (CompletableFuture<Void> caller : sending) {
            caller.get();
        }
        fresh.forEach(sent -> Troubles.endOutage(sent.location()));
    }

    private Sent filled(int number) {
        FormCase form = FormCase.values()[random.nextInt(FormCase.values().length)];
        CrmLocation location = crm.location(form.settings());
        FilledForm filled = form.fill(location, random);
        List<String> troubles = Troubles.brew(location, form, random);
        String story = "form " + number + " " + form + " on " + engine + ", seed " + seed + ", " + troubles;
        return new Sent(story, location, filled, "random-" + number);
    }
}
