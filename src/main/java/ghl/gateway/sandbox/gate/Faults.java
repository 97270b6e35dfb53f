package ghl.gateway.sandbox.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.ListIterator;
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
        for (ListIterator<Fault> faults = waiting.listIterator(); faults.hasNext(); ) {
            Fault fault = faults.next();
            if (fault.concerns(locationId, operationId)) {
                if (fault.times() == 1) {
                    faults.remove();
                } else {
                    faults.set(fault.withTimes(fault.times() - 1));
                }
                return Optional.of(fault);
            }
        }
        return Optional.empty();
    }
}
