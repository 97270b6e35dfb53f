package ghl.gateway.submission.delivery;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How submissions are delivered. All times are settings, so that tests run the same machine at a smaller scale. */
@ConfigMapping(prefix = "submission")
public interface SubmissionConfig {

    /** Submissions that are worked on at the same time. */
    @WithDefault("50")
    int threads();

    /** How often a worker says that it lives. */
    @WithDefault("5s")
    Duration heartbeat();

    /** How long a submission stays its worker's without a word; another one takes over after. */
    @WithDefault("30s")
    Duration lease();

    /** How often is looked for what is due. */
    @WithDefault("1s")
    Duration poll();

    /** How long the CRM is left alone after a lost answer, before what it made is looked for. */
    @WithDefault("60s")
    Duration quiet();

    /** When is looked back, after a lost answer, for what the CRM did later still. */
    @WithDefault("10m")
    Duration settle();

    /** How often is looked for submissions that nobody will wake. */
    @WithDefault("30s")
    Duration sweep();

    /** How long a submission waits for earlier ones of the same person at most. */
    @WithDefault("15m")
    Duration lanePatience();

    /** When a contact that was not found is looked for once more: the CRM's search lags. */
    @WithDefault("60s")
    Duration findAgain();

    /** How often is tried whether a refused token is accepted again. */
    @WithDefault("15m")
    Duration credentialsRecheck();

    /** How long the content of a delivered submission is kept. */
    @WithDefault("30d")
    Duration retention();

    DerivedKey derivedKey();

    Retry retry();

    /** What intakes use in place of a key that the sender does not give. */
    interface DerivedKey {

        /** The same answers of the same form within this time are one submission; 0s: never. */
        @WithDefault("10m")
        Duration window();
    }

    /** Tries after trouble in the CRM. */
    interface Retry {

        /** The longest wait before the second try; it doubles with each. */
        @WithDefault("1s")
        Duration first();

        @WithDefault("15m")
        Duration longest();

        /** After failing for so long a submission is parked. */
        @WithDefault("72h")
        Duration giveUp();
    }
}
