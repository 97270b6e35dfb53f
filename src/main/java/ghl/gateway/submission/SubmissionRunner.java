package ghl.gateway.submission;

import ghl.gateway.submission.receipt.SubmitFormPayload;
import ghl.gateway.submission.step.Plan;
import ghl.gateway.submission.step.Step;
import ghl.gateway.submission.step.StepExecutor;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/**
 * Runs the steps of a plan in order. A contact step that is not done ends the run, for the others need its contact; so
 * does trouble in the CRM, which would meet them as well. Any other refused step leaves the rest to run.
 */
@ApplicationScoped
public class SubmissionRunner {

    private final StepExecutor executor;
    private final Clock clock;

    SubmissionRunner(StepExecutor executor, Clock clock) {
        this.executor = executor;
        this.clock = clock;
    }

    SubmitFormPayload run(Plan plan) {
        Run run = new Run(plan, clock);
        for (Step step : plan.steps()) {
            if (!run.goesOn()) {
                break;
            }
            run.record(step.with(executor, run.target()));
        }
        return run.payload();
    }
}
