package ghl.gateway.durability;

import ghl.gateway.fixture.GatewayLaunch;
import ghl.gateway.fixture.GatewayProcess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

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
