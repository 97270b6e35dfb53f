package ghl.gateway.durability;

import ghl.gateway.fixture.Patience;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;

/** A form that is sent with the same key until it is accepted. Used by one thread at a time. */
final class Sent {

    private static final Duration ACCEPTED = Patience.LIMIT;

    private final String story;
    private final CrmLocation location;
    private final FilledForm form;
    private final Map<String, Object> input;
    private volatile String submissionId;

    Sent(String story, CrmLocation location, FilledForm form, String idempotencyKey) {
        this.story = story;
        this.location = location;
        this.form = form;
        this.input = form.sentAs(idempotencyKey);
    }

    /** A form in its own location. */
    static Sent anew(CrmProcess crm, FormCase form, String key, Random random) {
        CrmLocation location = crm.location(form.settings());
        return new Sent(key + ", form " + form, location, form.fill(location, random), key);
    }

    CrmLocation location() {
        return location;
    }

    boolean isAccepted() {
        return submissionId != null;
    }

    /** @return whether it was accepted; false if it must be sent again */
    boolean send(GraphCaller gateway) {
        try {
            submissionId = gateway.submit(location, input).id();
            return true;
        } catch (UncheckedIOException | IllegalStateException notAccepted) {
            return false;
        }
    }

    /** Sends it until it is accepted, unless it was already. */
    void sendSurely(GraphCaller gateway) {
        sendSurely(() -> gateway);
    }

    /** Sends it until it is accepted. @param gateways the one to try next */
    void sendSurely(Supplier<GraphCaller> gateways) {
        Patience.await()
                .alias(story)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(200))
                .atMost(ACCEPTED)
                .until(() -> isAccepted() || send(gateways.get()));
    }

    /** @param logs for the report of deviations */
    Outcome judged(String part, Optional<Receipt> receipt, String logs) {
        List<String> deviations = CrmTruth.deviations(form, location, receipt);
        boolean parked = receipt.filter(Receipt::isParked).isPresent();
        return new Outcome(part, story + ", log: " + logs, parked, deviations);
    }

    String submissionId() {
        return submissionId;
    }

    @Override
    public String toString() {
        return story;
    }
}
