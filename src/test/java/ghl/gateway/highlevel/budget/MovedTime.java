package ghl.gateway.highlevel.budget;

import ghl.gateway.fixture.TestClock;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** A clock with scheduled tasks: moving it runs each task at its time. */
final class MovedTime implements Wakeup {

    private record Task(long at, Runnable action) {}

    private final TestClock clock = new TestClock();
    private final PriorityQueue<Task> tasks = new PriorityQueue<>(Comparator.comparingLong(Task::at));

    Clock clock() {
        return clock;
    }

    long now() {
        return clock.millis();
    }

    @Override
    public void schedule(Duration after, Runnable action) {
        tasks.add(new Task(now() + after.toMillis(), action));
    }

    /** Sets the clock back. Scheduled tasks keep their delay, as timers of a machine do. */
    void setBack(Duration by) {
        clock.advance(by.negated());
        List<Task> moved = tasks.stream()
                .map(task -> new Task(task.at() - by.toMillis(), task.action()))
                .toList();
        tasks.clear();
        tasks.addAll(moved);
    }

    void advance(long millis) {
        long end = now() + millis;
        while (!tasks.isEmpty() && tasks.peek().at() <= end) {
            Task next = tasks.poll();
            clock.advance(Duration.ofMillis(next.at() - now()));
            next.action().run();
        }
        clock.advance(Duration.ofMillis(end - now()));
    }
}
