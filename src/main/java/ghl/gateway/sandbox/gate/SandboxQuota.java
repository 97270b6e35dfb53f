package ghl.gateway.sandbox.gate;

import ghl.gateway.sandbox.state.SandboxLocation;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Rate limit of one location. Source: the vendor's rate limits. Decided here: refused requests do not count; the day
 * ends at midnight UTC; a restart resets the counts.
 */
final class SandboxQuota {

    private final SlidingWindow granted = new SlidingWindow();
    private LocalDate day = LocalDate.MIN;
    private long usedToday;

    /** Counts the request if both limits allow it. Returns whether they do. */
    boolean take(SandboxLocation location, long now) {
        turnDay(now);
        if (granted.size(now) >= location.burst() || usedToday >= location.daily()) {
            return false;
        }
        granted.add(now);
        usedToday++;
        return true;
    }

    /** Sets the number of requests left today. */
    void leaveForToday(SandboxLocation location, long remaining, long now) {
        turnDay(now);
        usedToday = location.daily() - remaining;
    }

    /** The {@code X-RateLimit-*} headers of the vendor's rate limits; the undocumented reset is given in milliseconds. */
    Map<String, String> headers(SandboxLocation location, long now) {
        turnDay(now);
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("X-RateLimit-Limit-Daily", String.valueOf(location.daily()));
        headers.put("X-RateLimit-Daily-Remaining", String.valueOf(Math.max(0, location.daily() - usedToday)));
        headers.put("X-RateLimit-Daily-Reset", String.valueOf(untilMidnight(now)));
        headers.put("X-RateLimit-Interval-Milliseconds", String.valueOf(SlidingWindow.LENGTH_MS));
        headers.put("X-RateLimit-Max", String.valueOf(location.burst()));
        headers.put("X-RateLimit-Remaining", String.valueOf(Math.max(0, location.burst() - granted.size(now))));
        return headers;
    }

    private void turnDay(long now) {
        LocalDate today = LocalDate.ofInstant(Instant.ofEpochMilli(now), ZoneOffset.UTC);
        if (!today.equals(day)) {
            day = today;
            usedToday = 0;
        }
    }

    private long untilMidnight(long now) {
        Instant midnight = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        return Duration.between(Instant.ofEpochMilli(now), midnight).toMillis();
    }
}
