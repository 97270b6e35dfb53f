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

/** Submits a form's sample answers, compares the CRM's records with what was sent, and deletes what it created. Blocks. */
@ApplicationScoped
public class FormTrials {

    /** Tag of test contacts, to find any that could not be deleted. */
    static final String TAG = "gateway-test";

    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final FormSubmissions forms;
    private final Submissions submissions;
    private final SubmissionOperations operations;
    private final CrmRecords records;
    private final Clock clock;

    FormTrials(
            FormSubmissions forms,
            Submissions submissions,
            SubmissionOperations operations,
            CrmRecords records,
            Clock clock) {
        this.forms = forms;
        this.submissions = submissions;
        this.operations = operations;
        this.records = records;
        this.clock = clock;
    }

    public Trial run(FormDefinition form) {
        List<String> warnings = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        String locationId = null;
        try {
            locationId = forms.locationOf(form);
            if (form.actions().erase()) {
                problems.add(
                        "is an erasure form, which only deletes a contact after an operator's approval: it cannot be tested");
            } else {
                run(form, locationId, warnings, problems);
            }
        } catch (UpstreamException | NotAcceptedException | InvalidInputException | TimeoutException failure) {
            problems.add(failure.getMessage());
        }
        return new Trial(form.name(), locationId, List.copyOf(warnings), List.copyOf(problems));
    }

    private void run(FormDefinition form, String locationId, List<String> warnings, List<String> problems) {
        Actor by = new Actor("check", LocationScope.of(Set.of(locationId)));
        String unique = UUID.randomUUID().toString().substring(0, 8);
        List<AnswerInput> answers = SampleAnswers.create(form, unique, LocalDate.now(clock.withZone(ZoneOffset.UTC)));
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
        Submission settled = settle(by, receipt, problems);
        settled.warnings().forEach(warning -> warnings.add(warning.message()));
        if (settled.status() == SubmissionStatus.DONE) {
            problems.addAll(records.differences(settled, plan));
        }
        problems.addAll(records.deleteCreated(settled, TAG));
    }

    private SubmitFormPayload submit(Actor by, SubmitFormInput input) {
        return forms.submit(by, input.locationId(), input).await().atMost(TIMEOUT);
    }

    /** Discards a submission that does not finish in time, so that it is not delivered after the test. */
    private Submission settle(Actor by, Submission receipt, List<String> problems) {
        Submission last = receipt;
        try {
            last = submissions.follow(by, receipt.id()).collect().last().await().atMost(TIMEOUT);
        } catch (TimeoutException unfinished) {
            last = submissions.find(by, receipt.id()).await().atMost(TIMEOUT);
        }
        if (last.status() != SubmissionStatus.DONE) {
            problems.add("submission " + last.id() + " was discarded because it is " + last.status()
                    + (last.reason() == null ? "" : " (" + last.reason() + ")")
                    + (last.waitingFor() == null ? "" : ", waiting for " + last.waitingFor()));
            last.steps().stream()
                    .filter(step -> step.error() != null)
                    .forEach(step ->
                            problems.add(step.kind() + ": " + step.error().message()));
            last = discard(by, last, problems);
        }
        return last;
    }

    private Submission discard(Actor by, Submission submission, List<String> problems) {
        try {
            return operations.discard(by, submission.id());
        } catch (NotPossibleException settledMeanwhile) {
            problems.add(settledMeanwhile.getMessage());
            return submission;
        }
    }

    private List<String> tags(List<PlannedCall> plan) {
        return plan.stream()
                .filter(call -> call.kind() == StepKind.ADD_TAGS)
                .flatMap(call -> records.tags(call).stream())
                .toList();
    }

    /** @param key null for a dry run */
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
