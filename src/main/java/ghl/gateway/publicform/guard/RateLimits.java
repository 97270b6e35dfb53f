package ghl.gateway.publicform.guard;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import ghl.gateway.time.ClockNanos;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;

/** Token buckets per minute, in memory: each gateway process counts separately. */
public final class RateLimits {

    private static final int MAX_BUCKETS = 100_000;

    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(MAX_BUCKETS)
            .expireAfterAccess(Duration.ofMinutes(2))
            .build();
    private final Clock clock;

    /** @param clock a steady one */
    public RateLimits(Clock clock) {
        this.clock = clock;
    }

    /** Consumes a permit of the key, if one is available. @return whether it was */
    public boolean tryConsume(String key, int perMinute) {
        return buckets.get(key + " " + perMinute, any -> bucket(perMinute)).tryConsume(1);
    }

    private Bucket bucket(int perMinute) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1)))
                .withCustomTimePrecision(new ClockMeter(clock))
                .build();
    }

    private record ClockMeter(Clock clock) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            return ClockNanos.of(clock);
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }
}
