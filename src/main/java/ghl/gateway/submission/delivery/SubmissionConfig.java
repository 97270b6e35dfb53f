package ghl.gateway.submission.delivery;

import ghl.gateway.highlevel.settings.BytesConverter;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;

/** Delivery of submissions. All times are settings so that tests can run the same code on a smaller scale. */
@ConfigMapping(prefix = "submission")
public interface SubmissionConfig {

    /** Number of submissions that are delivered in parallel. */
    @WithDefault("50")
    @Min(1)
    int threads();

    /** How often a worker renews the lease of its submission. */
    @WithDefault("5s")
    @DurationMin(inclusive = false)
    Duration heartbeat();

    /**
     * How long a submission belongs to a worker that no longer renews its lease, before another worker takes over. At
     * least twice {@code HIGHLEVEL_TIMEOUT} and twice {@code SUBMISSION_HEARTBEAT}.
     */
    @WithDefault("30s")
    Duration lease();

    /** Polling interval for due submissions. Submissions accepted by the same process start at once. */
    @WithDefault("1s")
    @DurationMin(inclusive = false)
    Duration poll();

    /**
     * How long the gateway waits after a lost answer before it looks for what the call created in the CRM, or lets a later submission
     * of the same person set the same thing otherwise.
     */
    @WithDefault("60s")
    @DurationMin
    Duration quiet();

    /**
     * When, after a lost answer, the gateway looks once more for what the CRM did late: duplicates, and values that a later submission
     * had set otherwise.
     */
    @WithDefault("10m")
    @DurationMin
    Duration settle();

    /**
     * How long the journal was out of use when the gateway starts, so that it may be a restored backup: unfinished submissions are
     * then compared with the CRM before they continue.
     */
    @WithDefault("5m")
    @DurationMin(inclusive = false)
    Duration behindAfter();

    /** How often the gateway looks for stalled submissions that no event would resume, and records that its journal is in use. */
    @WithDefault("30s")
    @DurationMin(inclusive = false)
    Duration sweep();

    /** How long a submission waits at most for earlier submissions of the same person. */
    @WithDefault("15m")
    @DurationMin
    Duration lanePatience();

    /**
     * Delay before the gateway searches again for a contact that was not found by e-mail or phone. The CRM's search lags
     * behind its writes.
     */
    @WithDefault("60s")
    @DurationMin
    Duration findAgain();

    /** How often the gateway tests whether the CRM accepts a rejected token again. */
    @WithDefault("15m")
    @DurationMin(inclusive = false)
    Duration credentialsRecheck();

    /** How long the content of a submission is kept after it was delivered or discarded. */
    @WithDefault("30d")
    @DurationMin(inclusive = false)
    Duration retention();

    Quarantine quarantine();

    DerivedKey derivedKey();

    Retry retry();

    /** Submissions that were set aside: probable spam of public pages, and what could not be read. */
    interface Quarantine {

        /**
         * Maximum size of the quarantined and unreadable submissions of each form. Beyond it, probable spam is refused with
         * HTTP 429, and what cannot be read with 503.
         */
        @WithDefault("64M")
        @WithConverter(BytesConverter.class)
        @Min(1)
        long size();

        /**
         * How long a quarantined submission is kept, unless an operator approves or discards it. At most {@code
         * SUBMISSION_RETENTION}, which takes precedence if it is shorter.
         */
        @WithDefault("7d")
        @DurationMin(inclusive = false)
        Duration retention();
    }

    /** The idempotency key that the gateway derives if the sender gives none. */
    interface DerivedKey {

        /**
         * Time within which the same answers to the same form, sent to {@code /forms} without an event id, count as one
         * submission. {@code 0s}: never.
         */
        @WithDefault("10m")
        @DurationMin
        Duration window();
    }

    /** Retries after errors of the CRM. */
    interface Retry {

        /** Maximum delay before the first retry. It doubles with every retry. */
        @WithDefault("1s")
        @DurationMin(inclusive = false)
        Duration first();

        /** Upper bound of that delay. At least {@code SUBMISSION_RETRY_FIRST}. */
        @WithDefault("15m")
        Duration longest();

        /** How long a submission is retried before it is parked. */
        @WithDefault("72h")
        @DurationMin(inclusive = false)
        Duration giveUp();
    }
}
