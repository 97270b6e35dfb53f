package ghl.gateway.access;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Pause between two log lines of one kind, so that callers cannot fill the log. */
final class LogPause {

    static final Duration LENGTH = Duration.ofMinutes(1);

    private final Clock clock;
    private final AtomicLong end = new AtomicLong(Long.MIN_VALUE);

    LogPause(Clock clock) {
        this.clock = clock;
    }

    /** Whether a line may be logged now. If so, the next pause begins. */
    boolean isOver() {
        long now = clock.millis();
        long last = end.get();
        return now >= last && end.compareAndSet(last, now + LENGTH.toMillis());
    }
}
