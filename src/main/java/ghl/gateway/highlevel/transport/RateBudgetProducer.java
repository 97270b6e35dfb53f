package ghl.gateway.highlevel.transport;

import ghl.gateway.highlevel.budget.BudgetLimits;
import ghl.gateway.highlevel.budget.RateBudget;
import ghl.gateway.highlevel.budget.Wakeup;
import ghl.gateway.highlevel.settings.HighLevelConfig;
import ghl.gateway.time.Steady;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Produces the rate budget of the process from the settings. */
@ApplicationScoped
public class RateBudgetProducer {

    @Produces
    @Singleton
    RateBudget budget(HighLevelConfig config, @Steady Clock steadyClock, Clock clock) {
        return new RateBudget(limits(config), steadyClock, clock, Wakeup.ON_TIMER);
    }

    public static BudgetLimits limits(HighLevelConfig config) {
        return new BudgetLimits(
                config.budget().burst(),
                config.budget().window(),
                config.budget().daily(),
                config.read().deadline(),
                config.write().deadline());
    }
}
