package ghl.gateway.sandbox.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Pending faults, oldest first. Kept in memory. */
public final class Faults {

    private final List<Fault> waiting = new ArrayList<>();

    public void add(Fault fault) {
        waiting.add(fault);
    }

    public List<Fault> waiting() {
        return List.copyOf(waiting);
    }

    public void clear() {
        waiting.clear();
    }

    /** Removes the faults of one location. Faults for every location stay. */
    public void clear(String locationId) {
        waiting.removeIf(fault -> locationId.equals(fault.locationId()));
    }

    /** Takes the oldest matching fault and counts one use. */
    public Optional<Fault> take(String locationId, String operationId) {
        for (int i = 0; i < waiting.size(); i++) {
            Fault fault = waiting.get(i);
            if (fault.concerns(locationId, operationId)) {
                useOnce(i, fault);
                return Optional.of(fault);
            }
        }
        return Optional.empty();
    }

    private void useOnce(int position, Fault fault) {
        if (fault.times() == 1) {
            waiting.remove(position);
        } else {
            waiting.set(position, fault.oneFewer());
        }
    }
}
