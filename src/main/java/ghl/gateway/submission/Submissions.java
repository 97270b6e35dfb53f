package ghl.gateway.submission;

import ghl.gateway.highlevel.Connection;
import ghl.gateway.highlevel.HighLevel;
import ghl.gateway.submission.check.CheckedForm;
import ghl.gateway.submission.check.FormCheck;
import ghl.gateway.submission.check.LocationFacts;
import ghl.gateway.submission.input.SubmitFormInput;
import ghl.gateway.submission.receipt.SubmitFormPayload;
import ghl.gateway.submission.step.CallPlanner;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;

/** The way in: takes a form, checks it, runs it, and answers with the receipt. */
@ApplicationScoped
public class Submissions {

    private final Connection connection;
    private final HighLevel crm;
    private final FormCheck check;
    private final SubmissionRunner runner;
    private final CallPlanner planner;
    private final Clock clock;

    Submissions(
            Connection connection,
            HighLevel crm,
            FormCheck check,
            SubmissionRunner runner,
            CallPlanner planner,
            Clock clock) {
        this.connection = connection;
        this.crm = crm;
        this.check = check;
        this.runner = runner;
        this.planner = planner;
        this.clock = clock;
    }

    /**
     * Runs a form to its end, or as far as it gets. Blocks: for worker threads only. A refused input writes nothing.
     * Costs one upstream call per step; the location and its custom fields are read every few minutes.
     *
     * @throws ghl.gateway.highlevel.UpstreamException when the location's facts cannot be read; nothing was written
     */
    public SubmitFormPayload submit(SubmitFormInput input) {
        String locationId = connection.locationOrDefault(input.locationId());
        CheckedForm form = check.check(
                input,
                locationId,
                LocationFacts.readLazily(crm, locationId),
                clock.instant().truncatedTo(ChronoUnit.SECONDS));
        if (!form.userErrors().isEmpty()) {
            return SubmitFormPayload.refused(form.userErrors());
        }
        return input.dryRun() ? SubmitFormPayload.planned(planner.plan(form.plan())) : runner.run(form.plan());
    }
}
