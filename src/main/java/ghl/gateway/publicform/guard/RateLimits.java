package ghl.gateway.publicform.guard;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** How often somebody sends: token buckets of one minute, in this process. Each gateway counts for itself. */
public final class RateLimits {

    private static final int MOST_SENDERS = 100_000;

    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(MOST_SENDERS)
            .expireAfterAccess(Duration.ofMinutes(2))
            .build();
    private final Clock clock;

    public RateLimits(Clock clock) {
        this.clock = clock;
    }

    /**
     * Takes one of what somebody may send.
     *
     * @param who anything that names the sender
     * @return how long to wait before it is worth trying again; zero: go on
     */
    public Duration take(String who, int perMinute) {
        Bucket bucket = buckets.get(who + " " + perMinute, any -> bucket(perMinute));
        long waitNanos = bucket.tryConsumeAndReturnRemaining(1).getNanosToWaitForRefill();
        return Duration.ofNanos(waitNanos);
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
            return TimeUnit.MILLISECONDS.toNanos(clock.millis());
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
