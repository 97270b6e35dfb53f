package ghl.gateway.highlevel.budget;

import ghl.gateway.fixture.TestClock;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** A clock and its alarms: moving it rings each alarm at its moment. */
final class MovedTime implements Wakeup {

    private record Ring(long at, Runnable action) {}

    private final TestClock clock = new TestClock();
    private final PriorityQueue<Ring> rings = new PriorityQueue<>(Comparator.comparingLong(Ring::at));

    Clock clock() {
        return clock;
    }

    long now() {
        return clock.millis();
    }

    @Override
    public void ring(Duration after, Runnable action) {
        rings.add(new Ring(now() + after.toMillis(), action));
    }

    /** The alarms of a machine go on as they were set. */
    void setBack(Duration by) {
        clock.advance(by.negated());
        List<Ring> moved = rings.stream()
                .map(ring -> new Ring(ring.at() - by.toMillis(), ring.action()))
                .toList();
        rings.clear();
        rings.addAll(moved);
    }

    void advance(long millis) {
        long end = now() + millis;
        while (!rings.isEmpty() && rings.peek().at() <= end) {
            Ring next = rings.poll();
            clock.advance(Duration.ofMillis(next.at() - now()));
            next.action().run();
        }
        clock.advance(Duration.ofMillis(end - now()));
    }
}
