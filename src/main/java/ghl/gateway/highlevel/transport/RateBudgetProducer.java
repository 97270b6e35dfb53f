package ghl.gateway.highlevel.transport;

import ghl.gateway.highlevel.budget.BudgetLimits;
import ghl.gateway.highlevel.budget.RateBudget;
import ghl.gateway.highlevel.budget.Wakeup;
import ghl.gateway.highlevel.settings.HighLevelConfig;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** The one budget of the process, as the settings say. */
@ApplicationScoped
public class RateBudgetProducer {

    private final BudgetLimits limits;

    RateBudgetProducer(HighLevelConfig config) {
        this.limits = limits(config);
    }

    /** Makes a senseless setting stop the start rather than the first call. */
    void check(@Observes StartupEvent start) {}

    @Produces
    @Singleton
    RateBudget budget(Clock clock) {
        return new RateBudget(limits, clock, Wakeup.SCHEDULED);
    }

    public static BudgetLimits limits(HighLevelConfig config) {
        try {
            return new BudgetLimits(
                    config.budget().burst(),
                    config.budget().window(),
                    config.budget().daily(),
                    config.read().deadline(),
                    config.write().deadline());
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(e.getMessage());
        }
    }
}
