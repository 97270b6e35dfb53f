package ghl.gateway.durability;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Faults of one call to the CRM. */
enum Trouble {
    /** Rate limited, with the vendor's headers. */
    TOO_MANY {
        @Override
        Map<String, Object> fault(Random random) {
            return Map.of("status", 429, "headers", Map.of("X-RateLimit-Interval-Milliseconds", "500"));
        }
    },
    /** Rate limited, without any header about limits. */
    TOO_MANY_UNEXPLAINED {
        @Override
        Map<String, Object> fault(Random random) {
            Map<String, String> none = new HashMap<>();
            List.of("Max", "Remaining", "Interval-Milliseconds", "Limit-Daily", "Daily-Remaining", "Daily-Reset")
                    .forEach(header -> none.put("X-RateLimit-" + header, null));
            return Map.of("status", 429, "headers", none);
        }
    },
    FAILED_WITHOUT_EFFECT {
        @Override
        Map<String, Object> fault(Random random) {
            return Map.of("status", 500);
        }
    },
    FAILED_AFTER_THE_EFFECT {
        @Override
        Map<String, Object> fault(Random random) {
            return Map.of("status", 500, "when", "after");
        }
    },
    /** The vendor was reported to answer 422 and create the record. */
    REFUSED_AFTER_THE_EFFECT {
        @Override
        Map<String, Object> fault(Random random) {
            return Map.of("status", 422, "when", "after", "body", Map.of("message", List.of("odd")));
        }
    },
    DROPPED_WITHOUT_EFFECT {
        @Override
        Map<String, Object> fault(Random random) {
            return Map.of("dropAnswer", true, "when", "before");
        }
    },
    DROPPED_AFTER_THE_EFFECT {
        @Override
        Map<String, Object> fault(Random random) {
            return Map.of("dropAnswer", true);
        }
    },
    SLOWER_THAN_THE_LIMIT {
        @Override
        Map<String, Object> fault(Random random) {
            return Map.of("delayMs", TestScale.CALL.toMillis() * 2);
        }
    },
    /** The effect comes after the call timed out, sometimes after the quiet period, but before the late effect check. */
    LATE {
        @Override
        Map<String, Object> fault(Random random) {
            int latest = (int) TestScale.QUIET.plus(TestScale.SETTLE).toMillis() - 1_000;
            return Map.of("applyLateMs", 100 + random.nextInt(latest));
        }
    },
    UNAUTHORIZED {
        @Override
        Map<String, Object> fault(Random random) {
            return Map.of("status", 401);
        }
    },
    CUT_SHORT {
        @Override
        Map<String, Object> fault(Random random) {
            return Map.of("truncate", true);
        }
    },
    GARBLED {
        @Override
        Map<String, Object> fault(Random random) {
            return Map.of("malformed", true);
        }
    };

    /** The fault as a body of the sandbox's {@code _control/faults}. */
    abstract Map<String, Object> fault(Random random);

    static Trouble any(Random random) {
        return values()[random.nextInt(values().length)];
    }
}
