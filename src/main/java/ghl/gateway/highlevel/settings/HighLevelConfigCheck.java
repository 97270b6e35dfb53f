package ghl.gateway.highlevel.settings;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.runtime.configuration.MemorySize;
import java.time.Duration;

/** Stops the start when a setting could not serve a single call. */
final class HighLevelConfigCheck {

    private static final Duration LONGEST = Duration.ofSeconds(60);

    private HighLevelConfigCheck() {}

    /** @throws ConfigurationException with one sentence that says which setting is wrong and how to mend it */
    static void check(HighLevelConfig config) {
        positive("HIGHLEVEL_CONNECT_TIMEOUT", config.connectTimeout(), "3s");
        positive("HIGHLEVEL_TIMEOUT", config.timeout(), "10s");
        positive("HIGHLEVEL_CATALOGUE_TTL", config.catalogue().ttl(), "5m");
        atMost("HIGHLEVEL_READ_DEADLINE", config.read().deadline());
        atMost("HIGHLEVEL_WRITE_DEADLINE", config.write().deadline());
        atMost("HIGHLEVEL_TIMEOUT", config.timeout());
        positive("HIGHLEVEL_READ_TIMEOUT", config.read().timeout(), "30s");
        notNegative("HIGHLEVEL_READ_RETRIES", config.read().retries(), 2);
        positive("HIGHLEVEL_CACHE_SIZE", config.cache().size(), "64M");
        positive("HIGHLEVEL_OAUTH_SWEEP", config.oauth().sweep(), "1m");
        positive("HIGHLEVEL_OAUTH_CONSENT_TIME", config.oauth().consentTime(), "10m");
        positive("HIGHLEVEL_CIRCUIT_DELAY", config.circuit().delay(), "5s");
        atLeastOne("HIGHLEVEL_POOL_SIZE", config.poolSize(), "a call needs a connection", 100);
        atLeastOne("HIGHLEVEL_CIRCUIT_CALLS", config.circuit().calls(), "nothing can be told from none", 20);
    }

    /** A submission's thread waits for a turn and for a call. */
    private static void atMost(String name, Duration value) {
        if (value.compareTo(LONGEST) > 0) {
            throw new ConfigurationException(name + " is " + value
                    + ", which is longer than a submission waits: set at most " + LONGEST.toSeconds() + "s.");
        }
    }

    private static void atLeastOne(String name, int value, String why, int example) {
        if (value < 1) {
            throw new ConfigurationException(
                    name + " is " + value + ", but " + why + ": set at least 1, for example " + example + ".");
        }
    }

    private static void notNegative(String name, int value, int example) {
        if (value < 0) {
            throw new ConfigurationException(
                    name + " is " + value + ": set 0 for none, or for example " + example + ".");
        }
    }

    private static void positive(String name, MemorySize value, String example) {
        if (value.asLongValue() <= 0) {
            throw new ConfigurationException(
                    name + " is " + value.asLongValue() + " bytes: set more, for example " + example + ".");
        }
    }

    private static void positive(String name, Duration value, String example) {
        if (value.isZero() || value.isNegative()) {
            throw new ConfigurationException(
                    name + " is " + value + ", which is no time at all: set more, for example " + example + ".");
        }
    }
}
