package ghl.gateway.log;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Pauses between log lines of one kind, so that callers cannot fill the log. Thread-safe. Bounds its memory. */
public final class LogPause {

    private static final int MOST_KINDS = 1_000;

    private final Clock clock;
    private final Duration length;
    private final Map<String, Instant> ends = new HashMap<>();

    /** @param clock a steady one */
    public LogPause(Clock clock, Duration length) {
        this.clock = clock;
        this.length = length;
    }

    /**
     * Whether a line may be logged now. If so, the next pause begins.
     *
     * @param kind while {@value #MOST_KINDS} others pause, no further kind may be logged
     */
    public synchronized boolean isOver(String kind) {
        Instant now = clock.instant();
        if (ends.size() >= MOST_KINDS) {
            ends.values().removeIf(end -> !now.isBefore(end));
        }
        boolean over = ends.containsKey(kind) ? !now.isBefore(ends.get(kind)) : ends.size() < MOST_KINDS;
        if (over) {
            ends.put(kind, now.plus(length));
        }
        return over;
    }
}
