package ghl.gateway.log;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Pauses between log lines of one kind, so that callers cannot fill the log. Thread-safe. */
public final class LogPause {

    private final Clock clock;
    private final Duration length;
    private final Map<String, Instant> ends = new HashMap<>();

    public LogPause(Clock clock, Duration length) {
        this.clock = clock;
        this.length = length;
    }

    /**
     * Whether a line may be logged now. If so, the next pause begins.
     *
     * @param kind one of a few that callers cannot choose: all are remembered
     */
    public synchronized boolean isOver(String kind) {
        Instant now = clock.instant();
        boolean over = !now.isBefore(ends.getOrDefault(kind, Instant.MIN));
        if (over) {
            ends.put(kind, now.plus(length));
        }
        return over;
    }
}
