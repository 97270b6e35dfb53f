package ghl.gateway.submission.delivery;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;

/** Counts what lost calls did late and the gateway repaired. */
@Singleton
class RepairMeter {

    private final Counter duplicates;
    private final Counter values;

    RepairMeter(MeterRegistry registry) {
        this.duplicates = counter(registry, "duplicate");
        this.values = counter(registry, "value");
    }

    private static Counter counter(MeterRegistry registry, String what) {
        return Counter.builder("gateway.submissions.repaired")
                .description("Effects of lost calls that came late and were repaired")
                .tag("what", what)
                .register(registry);
    }

    /** A task or note that was made twice was deleted. */
    void duplicate() {
        duplicates.increment();
    }

    /** Values that were set back were set again. */
    void value() {
        values.increment();
    }
}
