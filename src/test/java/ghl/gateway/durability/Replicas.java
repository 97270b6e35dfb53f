package ghl.gateway.durability;

import ghl.gateway.fixture.GatewayLaunch;
import ghl.gateway.fixture.GatewayProcess;
import ghl.gateway.fixture.Patience;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.core.ConditionTimeoutException;

/** Several gateways on one journal. */
final class Replicas implements AutoCloseable {

    private final List<GatewayLaunch> launches = new ArrayList<>();
    private final List<GatewayProcess> processes = new CopyOnWriteArrayList<>();

    /** @param first the others are started beside it */
    static Replicas start(int number, GatewayLaunch first) {
        Replicas replicas = new Replicas();
        GatewayLaunch next = first;
        for (int i = 0; i < number; i++) {
            replicas.launches.add(next);
            replicas.processes.add(next.start());
            next = next.beside();
        }
        return replicas;
    }

    /** @param turn any number; replicas take turns */
    GraphCaller caller(int turn) {
        return new GraphCaller(processes.get(index(turn)));
    }

    /** Waits until the submission is at rest, also through kills. @return its receipt then, or at the limit */
    Receipt awaitRest(String id, Random random, Duration limit) {
        AtomicReference<Receipt> last = new AtomicReference<>();
        try {
            Patience.await()
                    .pollDelay(Duration.ZERO)
                    .atMost(limit)
                    .ignoreExceptionsMatching(noAnswer ->
                            noAnswer instanceof UncheckedIOException || noAnswer instanceof IllegalStateException)
                    .until(() -> {
                        caller(random.nextInt(processes.size())).find(id).ifPresent(last::set);
                        return last.get() != null && last.get().isAtRest();
                    });
        } catch (ConditionTimeoutException notInTime) {
            // what it said last is the story
        }
        if (last.get() == null) {
            throw new AssertionError("Accepted, but not known: " + id);
        }
        return last.get();
    }

    /** Kills one and starts it again. */
    void restart(int turn) {
        try (GatewayProcess doomed = processes.get(index(turn))) {
            doomed.kill();
        }
        processes.set(index(turn), launches.get(index(turn)).start());
    }

    /** Stops one for a time, as a stalled machine would. */
    void freeze(int turn, Duration time) throws InterruptedException {
        GatewayProcess sleeper = processes.get(index(turn));
        sleeper.freeze();
        try {
            TimeUnit.MILLISECONDS.sleep(time.toMillis());
        } finally {
            sleeper.thaw();
        }
    }

    private int index(int turn) {
        return Math.floorMod(turn, processes.size());
    }

    @Override
    public void close() {
        processes.forEach(GatewayProcess::close);
    }

    @Override
    public String toString() {
        return processes.stream().map(GatewayProcess::logFile).toList().toString();
    }
}
