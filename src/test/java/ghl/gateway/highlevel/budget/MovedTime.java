package ghl.gateway.highlevel.budget;

import ghl.gateway.fixture.TestClock;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;

/** Clocks with scheduled tasks: when time passes, each task runs at its time. */
final class MovedTime implements Wakeup {

    private record Task(long at, Runnable action) {}

    private final TestClock steadyClock = new TestClock();
    private final TestClock machineClock = new TestClock();
    private final PriorityQueue<Task> tasks = new PriorityQueue<>(Comparator.comparingLong(Task::at));

    Clock steadyClock() {
        return steadyClock;
    }

    Clock machineClock() {
        return machineClock;
    }

    long now() {
        return steadyClock.millis();
    }

    @Override
    public void schedule(Duration after, Runnable action) {
        tasks.add(new Task(now() + after.toMillis(), action));
    }

    /** Sets the machine's clock ahead, or back: no time passes. */
    void set(Duration ahead) {
        machineClock.advance(ahead);
    }

    void advance(long millis) {
        long end = now() + millis;
        while (!tasks.isEmpty() && tasks.peek().at() <= end) {
            Task next = tasks.poll();
            pass(next.at() - now());
            next.action().run();
        }
        pass(end - now());
    }

    private void pass(long millis) {
        steadyClock.advance(Duration.ofMillis(millis));
        machineClock.advance(Duration.ofMillis(millis));
    }
}
