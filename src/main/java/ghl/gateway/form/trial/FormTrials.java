package ghl.gateway.form.trial;

import ghl.gateway.contact.InvalidInputException;
import ghl.gateway.contact.LocationScope;
import ghl.gateway.form.FormSubmissions;
import ghl.gateway.form.definition.FormDefinition;
import ghl.gateway.highlevel.call.UpstreamException;
import ghl.gateway.submission.Submissions;
import ghl.gateway.submission.accept.NotAcceptedException;
import ghl.gateway.submission.input.Actor;
import ghl.gateway.submission.input.AnswerInput;
import ghl.gateway.submission.input.SubmitFormInput;
import ghl.gateway.submission.input.SubmitFormInputBuilder;
import ghl.gateway.submission.operator.NotPossibleException;
import ghl.gateway.submission.operator.SubmissionOperations;
import ghl.gateway.submission.receipt.PlannedCall;
import ghl.gateway.submission.receipt.StepKind;
import ghl.gateway.submission.receipt.Submission;
import ghl.gateway.submission.receipt.SubmissionStatus;
import ghl.gateway.submission.receipt.SubmitFormPayload;
import ghl.gateway.submission.receipt.UserError;
import io.smallrye.mutiny.TimeoutException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Sends a form's sample answers the way real ones go, reads back what the CRM holds, and deletes what it made. Blocks.
 */
@ApplicationScoped
public class FormTrials {

    /** What a test's contact is tagged with, so that one that was left behind is found. */
    static final String TAG = "gateway-test";

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final FormSubmissions forms;
    private final Submissions submissions;
    private final SubmissionOperations operations;
    private final CrmRecords held;
    private final Clock clock;

    FormTrials(
            FormSubmissions forms,
            Submissions submissions,
            SubmissionOperations operations,
            CrmRecords held,
            Clock clock) {
        this.forms = forms;
        this.submissions = submissions;
        this.operations = operations;
        this.held = held;
        this.clock = clock;
    }

    public Trial run(FormDefinition form) {
        List<String> warnings = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        String locationId = null;
        try {
            locationId = forms.locationOf(form);
            if (form.actions().erase()) {
                problems.add("it only deletes a contact, once an operator has approved: there is nothing to send");
            } else {
                run(form, locationId, warnings, problems);
            }
        } catch (UpstreamException | NotAcceptedException | InvalidInputException | TimeoutException refused) {
            problems.add(refused.getMessage());
        }
        return new Trial(form.name(), locationId, List.copyOf(warnings), List.copyOf(problems));
    }

    private void run(FormDefinition form, String locationId, List<String> warnings, List<String> problems) {
        Actor by = new Actor("check", LocationScope.of(Set.of(locationId)));
        String unique = UUID.randomUUID().toString().substring(0, 8);
        List<AnswerInput> answers = SampleAnswers.of(form, unique, LocalDate.now(clock.withZone(ZoneOffset.UTC)));
        SubmitFormPayload first = submit(by, input(form, locationId, answers, List.of(), null));
        problems.addAll(first.userErrors().stream().map(UserError::message).toList());
        if (!problems.isEmpty()) {
            return;
        }
        List<String> tags = new ArrayList<>(tags(first.plan()));
        tags.add(TAG);
        List<PlannedCall> plan =
                submit(by, input(form, locationId, answers, tags, null)).plan();
        Submission receipt = submit(by, input(form, locationId, answers, tags, TAG + "-" + unique))
                .submission();
        Submission rested = rested(by, receipt, problems);
        rested.warnings().forEach(warning -> warnings.add(warning.message()));
        if (rested.status() == SubmissionStatus.DONE) {
            problems.addAll(held.differences(rested, plan));
        }
        problems.addAll(held.takeBack(rested, TAG));
    }

    private SubmitFormPayload submit(Actor by, SubmitFormInput input) {
        return forms.submit(by, input.locationId(), input).await().atMost(PATIENCE);
    }

    /** One that does not come to an end is given up, lest it is delivered when nobody looks. */
    private Submission rested(Actor by, Submission receipt, List<String> problems) {
        Submission last = receipt;
        try {
            last = submissions.follow(by, receipt.id()).collect().last().await().atMost(PATIENCE);
        } catch (TimeoutException tooLong) {
            last = submissions.find(by, receipt.id()).await().atMost(PATIENCE);
        }
        if (last.status() != SubmissionStatus.DONE) {
            problems.add("its submission " + last.id() + " is " + last.status()
                    + (last.reason() == null ? "" : ", " + last.reason())
                    + (last.waitingFor() == null ? "" : ", for " + last.waitingFor())
                    + ": it was discarded");
            last.steps().stream()
                    .filter(step -> step.error() != null)
                    .forEach(step ->
                            problems.add(step.kind() + ": " + step.error().message()));
            last = discarded(by, last, problems);
        }
        return last;
    }

    private Submission discarded(Actor by, Submission submission, List<String> problems) {
        try {
            return operations.discard(by, submission.id());
        } catch (NotPossibleException otherwise) {
            problems.add(otherwise.getMessage());
            return submission;
        }
    }

    private List<String> tags(List<PlannedCall> plan) {
        return plan.stream()
                .filter(call -> call.kind() == StepKind.ADD_TAGS)
                .flatMap(call -> held.tags(call).stream())
                .toList();
    }

    /** @param key null: a dry run */
    private static SubmitFormInput input(
            FormDefinition form, String locationId, List<AnswerInput> answers, List<String> tags, String key) {
        return SubmitFormInputBuilder.builder()
                .form(form.name())
                .answers(answers)
                .locationId(locationId)
                .tags(tags)
                .idempotencyKey(key)
                .waitAtMost(Duration.ZERO)
                .dryRun(key == null)
                .build();
    }
}
