package ghl.gateway.durability;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.awaitility.Awaitility;

/** A form on its way: sent again with the same key for as long as nobody answered. Used by one thread at a time. */
final class Sent {

    private static final Duration ACCEPTED = Duration.ofSeconds(20);

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

    /** A form in a location of its own. */
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

    /** @return whether it was accepted; a gateway that died meanwhile, or could not, is a reason to send it again */
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
        Awaitility.await()
                .alias(story)
                .pollInterval(Duration.ofMillis(200))
                .atMost(ACCEPTED)
                .until(() -> isAccepted() || send(gateway));
    }

    /** Whether the gateway knows it, as it must once it has answered. */
    boolean isKnownTo(GraphCaller gateway) {
        return gateway.find(submissionId).isPresent();
    }

    /** @param logs where to look when something is wrong */
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
