package ghl.gateway.durability;

import ghl.gateway.fixture.GatewayLaunch;
import ghl.gateway.fixture.GatewayProcess;
import ghl.gateway.fixture.Patience;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** One kill: a submission takes the gateway to a failpoint, the process is killed, and the next start delivers the rest. */
record Trial(KillPoint point, Engine engine, long seed) {

    private static final Duration REACHED = Patience.LIMIT;
    private static final Duration AT_REST = Patience.LIMIT;
    private static final long ANSWER_MS = 10_000;

    Outcome run(CrmProcess crm) {
        FormCase form = point.form().apply(seed);
        String story = point + " on " + engine + ", form " + form + ", seed " + seed;
        GatewayLaunch launch = engine.gateway(crm);
        try {
            CrmLocation location = crm.location(form.settings());
            return judged(story, launch, location, form.fill(location, new Random(seed)));
        } catch (RuntimeException | AssertionError failure) {
            return outcome(story, false, List.of(failure.toString(), "log: " + launch.home()));
        }
    }

    private Outcome judged(String story, GatewayLaunch launch, CrmLocation location, FilledForm form) {
        point.troubles().forEach(location::fault);
        Map<String, Object> sent = form.sentAs("trial-" + seed);
        Optional<Receipt> accepted = kill(launch, location, sent);
        try (GatewayProcess next = launch.start()) {
            GraphCaller caller = new GraphCaller(next);
            List<String> deviations = new ArrayList<>();
            Receipt receipt = accepted.orElseGet(() -> repeated(caller, location, sent, deviations));
            Optional<Receipt> rest = caller.awaitRest(receipt.id(), AT_REST);
            deviations.addAll(CrmTruth.deviations(form, location, rest));
            if (!deviations.isEmpty()) {
                deviations.add("log: " + launch.home());
            }
            return outcome(story, rest.filter(Receipt::isParked).isPresent(), deviations);
        }
    }

    /** @return the answer to the caller, if the gateway lived long enough for it */
    private Optional<Receipt> kill(GatewayLaunch launch, CrmLocation location, Map<String, Object> sent) {
        try (GatewayProcess doomed =
                launch.with("GATEWAY_FAILPOINT", point.name()).start()) {
            CompletableFuture<Receipt> answer =
                    CompletableFuture.supplyAsync(() -> new GraphCaller(doomed).submit(location, sent));
            Optional<Receipt> accepted = point.isBeforeTheAnswer() ? Optional.empty() : Optional.of(within(answer));
            doomed.awaitLine("PAUSED AT " + point, REACHED);
            doomed.kill();
            return accepted;
        }
    }

    private static Receipt within(CompletableFuture<Receipt> answer) {
        return answer.orTimeout(ANSWER_MS, TimeUnit.MILLISECONDS).join();
    }

    /** A caller without an answer sends the form again with the same key. */
    private Receipt repeated(
            GraphCaller caller, CrmLocation location, Map<String, Object> sent, List<String> deviations) {
        Receipt receipt = caller.submit(location, sent);
        if (receipt.isReplayed() == point.isBeforeTheCommit()) {
            deviations.add("replayed should be " + !point.isBeforeTheCommit() + " after a kill at " + point);
        }
        return receipt;
    }

    private Outcome outcome(String story, boolean parked, List<String> deviations) {
        String group = point.name().startsWith("step.") ? "every step" : point.name();
        return new Outcome(engine + ", " + group, story, parked, deviations);
    }
}
