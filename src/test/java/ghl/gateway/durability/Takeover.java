package ghl.gateway.durability;

import ghl.gateway.fixture.GatewayLaunch;
import ghl.gateway.fixture.GatewayProcess;
import ghl.gateway.submission.receipt.StepKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.awaitility.Awaitility;

/** How long it takes from the death of a gateway until the CRM gets the next call of a submission that it was delivering. */
final class Takeover {

    /** The next step may be repeated at once; one that creates something would first be given a quiet period. */
    private static final KillPoint BETWEEN_TWO_STEPS = KillPoint.step(StepKind.UPSERT_CONTACT, "after-result");

    private static final Duration LIMIT = Duration.ofSeconds(120);

    private final CrmProcess crm;
    private final Engine engine;
    private final Map<String, String> variables;

    /** @param variables of the gateways, beside those of the test scale */
    Takeover(CrmProcess crm, Engine engine, Map<String, String> variables) {
        this.crm = crm;
        this.engine = engine;
        this.variables = variables;
    }

    /** One gateway is started again: from when it is ready. */
    Duration byTheNextStart(long seed) {
        GatewayLaunch launch = engine.gateway(crm).with(variables);
        Sent sent = Sent.anew(crm, FormCase.EVERYDAY, "takeover-" + seed, new Random(seed));
        killedBetweenTwoSteps(launch, sent);
        try (GatewayProcess next = launch.start()) {
            return untilItGoesOn(sent);
        }
    }

    /** Another replica is there: from the kill. */
    Duration byAReplica(long seed) {
        GatewayLaunch launch = engine.gateway(crm).with(variables);
        Sent sent = Sent.anew(crm, FormCase.EVERYDAY, "takeover-" + seed, new Random(seed));
        GatewayProcess doomed = launch.with("SUBMISSION_TEST_PAUSE_AT", BETWEEN_TWO_STEPS.name())
                .start();
        sent.sendSurely(new GraphCaller(doomed));
        doomed.awaitLine("PAUSED AT " + BETWEEN_TWO_STEPS, LIMIT);
        try (GatewayProcess other = launch.beside().start()) {
            doomed.kill();
            return untilItGoesOn(sent);
        }
    }

    /** Tells how they are spread. */
    static String told(List<Duration> times) {
        List<Duration> sorted = new ArrayList<>(times);
        Collections.sort(sorted);
        return sorted.size() + " takeovers, median "
                + sorted.get(sorted.size() / 2).toMillis() + " ms, longest "
                + sorted.get(sorted.size() - 1).toMillis() + " ms";
    }

    private static void killedBetweenTwoSteps(GatewayLaunch launch, Sent sent) {
        try (GatewayProcess doomed = launch.with("SUBMISSION_TEST_PAUSE_AT", BETWEEN_TWO_STEPS.name())
                .start()) {
            sent.sendSurely(new GraphCaller(doomed));
            doomed.awaitLine("PAUSED AT " + BETWEEN_TWO_STEPS, LIMIT);
            doomed.kill();
        }
    }

    private static Duration untilItGoesOn(Sent sent) {
        long begun = System.nanoTime();
        Awaitility.await()
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(20))
                .atMost(LIMIT)
                .until(() -> sent.location().reached("add-tags") > 0);
        return Duration.ofNanos(System.nanoTime() - begun);
    }
}
