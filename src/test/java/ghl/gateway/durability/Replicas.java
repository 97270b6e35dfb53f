package ghl.gateway.durability;

import ghl.gateway.fixture.GatewayLaunch;
import ghl.gateway.fixture.GatewayProcess;
import java.util.ArrayList;
import java.util.List;

/** Several gateways on one journal. */
final class Replicas implements AutoCloseable {

    private final List<GatewayProcess> processes = new ArrayList<>();

    /** @param first the others are started beside it */
    static Replicas start(int number, GatewayLaunch first) {
        Replicas replicas = new Replicas();
        GatewayLaunch next = first;
        for (int i = 0; i < number; i++) {
            replicas.processes.add(next.start());
            next = next.beside();
        }
        return replicas;
    }

    /** @param turn any number; replicas take turns */
    GraphCaller caller(int turn) {
        return new GraphCaller(processes.get(Math.floorMod(turn, processes.size())));
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
