package ghl.gateway.durability;

import java.time.Duration;
import java.util.Map;

/** Settings with short times, so that a takeover takes seconds instead of half a minute. */
final class TestScale {

    static final Duration LEASE = Duration.ofSeconds(6);
    static final Duration QUIET = Duration.ofSeconds(1);
    static final Duration SETTLE = Duration.ofSeconds(3);

    /** Below half of the lease, as at the real scale. */
    static final Duration CALL = Duration.ofSeconds(2);

    /** For tests that count calls: no call times out on a busy machine. */
    static final Map<String, String> UNHURRIED = Map.of("HIGHLEVEL_TIMEOUT", "PT1M", "SUBMISSION_LEASE", "PT2M");

    static final Map<String, String> VARIABLES = Map.ofEntries(
            Map.entry("SUBMISSION_HEARTBEAT", "PT1S"),
            Map.entry("SUBMISSION_LEASE", LEASE.toString()),
            Map.entry("SUBMISSION_QUIET", QUIET.toString()),
            Map.entry("SUBMISSION_SETTLE", SETTLE.toString()),
            Map.entry("SUBMISSION_CREDENTIALS_RECHECK", "PT1S"),
            Map.entry("SUBMISSION_RETRY_FIRST", "PT0.2S"),
            Map.entry("SUBMISSION_RETRY_LONGEST", "PT1S"),
            Map.entry("SUBMISSION_POLL", "PT0.2S"),
            Map.entry("SUBMISSION_SWEEP", "PT2S"),
            Map.entry("SUBMISSION_THREADS", "10"),
            Map.entry("HIGHLEVEL_TIMEOUT", CALL.toString()),
            Map.entry("HIGHLEVEL_CONNECT_TIMEOUT", "PT1S"),
            Map.entry("HIGHLEVEL_CACHE_TTL", "PT0S"));

    /** The default settings. */
    static final Map<String, String> REAL = Map.of(
            "SUBMISSION_HEARTBEAT", "PT5S",
            "SUBMISSION_LEASE", "PT30S",
            "SUBMISSION_QUIET", "PT60S",
            "SUBMISSION_SETTLE", "PT10M",
            "SUBMISSION_RETRY_FIRST", "PT1S",
            "SUBMISSION_RETRY_LONGEST", "PT15M",
            "SUBMISSION_POLL", "PT1S",
            "SUBMISSION_SWEEP", "PT30S",
            "HIGHLEVEL_TIMEOUT", "PT10S");

    private TestScale() {}
}
