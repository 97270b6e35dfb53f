package ghl.gateway.durability;

import ghl.gateway.fixture.GatewayLaunch;
import ghl.gateway.fixture.GatewayProcess;
import ghl.gateway.fixture.Patience;
import ghl.gateway.submission.receipt.StepKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Measures the time from the kill of a gateway until the CRM gets the next call of the submission it was delivering. */
final class Takeover {

    /** The next step may run at once; a creating step would wait for a quiet period first. */
    private static final KillPoint BETWEEN_TWO_STEPS = KillPoint.step(StepKind.UPSERT_CONTACT, "after-result");

    private static final Duration LIMIT = Patience.LIMIT;

    private final CrmProcess crm;
    private final Engine engine;
    private final Map<String, String> variables;

    /** @param variables of the gateways, in addition to those of the test scale */
    Takeover(CrmProcess crm, Engine engine, Map<String, String> variables) {
        this.crm = crm;
        this.engine = engine;
        this.variables = variables;
    }

    /** One gateway is started again: measured from its readiness. */
    Duration byTheNextStart(long seed) {
        GatewayLaunch launch = engine.gateway(crm).with(variables);
        Sent sent = Sent.anew(crm, FormCase.EVERYDAY, "takeover-" + seed, new Random(seed));
        killedBetweenTwoSteps(launch, sent);
        try (GatewayProcess next = launch.start()) {
            return timeUntilNextStep(sent);
        }
    }

    /** Another replica is running: measured from the kill. */
    Duration byAReplica(long seed) {
        GatewayLaunch launch = engine.gateway(crm).with(variables);
        Sent sent = Sent.anew(crm, FormCase.EVERYDAY, "takeover-" + seed, new Random(seed));
        GatewayProcess doomed =
                launch.with("GATEWAY_FAILPOINT", BETWEEN_TWO_STEPS.name()).start();
        sent.sendSurely(new GraphCaller(doomed));
        doomed.awaitLine("PAUSED AT " + BETWEEN_TWO_STEPS, LIMIT);
        try (GatewayProcess other = launch.beside().start()) {
            doomed.kill();
            return timeUntilNextStep(sent);
        }
    }

    static String summary(List<Duration> times) {
        List<Duration> sorted = new ArrayList<>(times);
        Collections.sort(sorted);
        return sorted.size() + " takeovers, median "
                + sorted.get(sorted.size() / 2).toMillis() + " ms, longest "
                + sorted.get(sorted.size() - 1).toMillis() + " ms";
    }

    private static void killedBetweenTwoSteps(GatewayLaunch launch, Sent sent) {
        try (GatewayProcess doomed =
                launch.with("GATEWAY_FAILPOINT", BETWEEN_TWO_STEPS.name()).start()) {
            sent.sendSurely(new GraphCaller(doomed));
            doomed.awaitLine("PAUSED AT " + BETWEEN_TWO_STEPS, LIMIT);
            doomed.kill();
        }
    }

    private static Duration timeUntilNextStep(Sent sent) {
        long start = System.nanoTime();
        Patience.await()
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(20))
                .atMost(LIMIT)
                .until(() -> sent.location().reached("add-tags") > 0);
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
