package ghl.gateway.form;

import ghl.gateway.contact.LocationScope;
import ghl.gateway.form.answer.Answers;
import ghl.gateway.form.definition.FormDefinition;
import ghl.gateway.form.definition.Questions;
import ghl.gateway.form.mapping.FormMapping;
import ghl.gateway.highlevel.settings.CrmConnection;
import ghl.gateway.submission.Submissions;
import ghl.gateway.submission.accept.SubmissionRequest;
import ghl.gateway.submission.accept.UnreadableForm;
import ghl.gateway.submission.input.Actor;
import ghl.gateway.submission.input.SubmitFormInput;
import ghl.gateway.submission.input.SubmitFormInputBuilder;
import ghl.gateway.submission.journal.ReceivedBody;
import ghl.gateway.submission.receipt.Submission;
import ghl.gateway.submission.receipt.SubmitFormPayload;
import ghl.gateway.submission.receipt.UserError;
import ghl.gateway.submission.receipt.UserErrorCode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Accepts answers: maps them as the form's definition says, then submits the result. */
@ApplicationScoped
public class FormSubmissions {

    private final CrmConnection connection;
    private final Forms forms;
    private final FormMapping mapping;
    private final Submissions submissions;

    FormSubmissions(CrmConnection connection, Forms forms, FormMapping mapping, Submissions submissions) {
        this.connection = connection;
        this.forms = forms;
        this.mapping = mapping;
        this.submissions = submissions;
    }

    /**
     * The location of an input: that of its form, or else the one that it names.
     *
     * @return null when neither is set
     */
    public String locationOf(SubmitFormInput input) {
        return Optional.ofNullable(input.form())
                .flatMap(forms::find)
                .map(FormDefinition::locationId)
                .orElse(input.locationId());
    }

    /** The location of a form; empty for an unknown form, and when neither it nor the gateway has one. */
    public Optional<String> locationOfForm(String name) {
        return forms.find(name).flatMap(this::knownLocation);
    }

    Set<String> locations() {
        return forms.all().stream()
                .map(this::knownLocation)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
    }

    private Optional<String> knownLocation(FormDefinition form) {
        return form.locationId() == null
                ? connection.defaultLocation()
                : Optional.of(connection.locationId(form.locationId()));
    }

    public String locationOf(FormDefinition form) {
        return connection.locationOrDefault(form.locationId());
    }

    /**
     * Submits a caller's input, with or without a form. Explicit parts of the input take precedence over the definition.
     *
     * @param locationId the location to write to; the caller has access to it
     * @return fails as {@link Submissions#submit}
     */
    public Uni<SubmitFormPayload> submit(Actor by, String locationId, SubmitFormInput input) {
        if (input.form() == null) {
            return submissions.submit(by, locationId, input);
        }
        Optional<FormDefinition> found = forms.find(input.form());
        if (found.isEmpty()) {
            return refused(UserErrorCode.UNKNOWN, "does not exist", "form");
        }
        FormDefinition form = found.get();
        boolean isOtherLocation = form.locationId() != null
                && input.locationId() != null
                && !connection.locationId(form.locationId()).equals(connection.locationId(input.locationId()));
        if (isOtherLocation) {
            return refused(UserErrorCode.CONFLICT, "differs from the form's own location: omit it", "locationId");
        }
        return submit(by, form, input.withLocationId(locationId));
    }

    /**
     * Submits a form received by an intake, without waiting for its delivery. The receipt is QUEUED, QUARANTINED or PARKED;
     * for a repeat it is the current receipt of the first submission. Returns {@code userErrors}, and stores nothing, for
     * {@link FilledForm.MissingAnswerPolicy#REJECT} and for an idempotency key already used with other answers.
     *
     * @return fails as {@link Submissions#submit}
     */
    public Uni<SubmitFormPayload> submit(FilledForm filled) {
        return submissions.submit(request(filled));
    }

    /** The receipt of an earlier submission of the same form and key; null when none exists. */
    public Uni<SubmitFormPayload> earlier(FilledForm filled) {
        return submissions.earlier(request(filled));
    }

    /** Keeps a form of a proven sender that could not be read. @return as {@link Submissions#park} */
    public Uni<Submission> park(FormDefinition form, ReceivedBody body, String event, String reason) {
        return submissions.park(new UnreadableForm(form.name(), locationOf(form), body, event, reason));
    }

    /** The request that {@link #submit(FilledForm)} makes. */
    public SubmissionRequest request(FilledForm filled) {
        FormDefinition form = filled.definition();
        String locationId = locationOf(form);
        SubmitFormInput input = SubmitFormInputBuilder.builder()
                .form(form.name())
                .answers(filled.answers().toInputs())
                .locationId(locationId)
                .context(filled.context())
                .idempotencyKey(filled.idempotencyKey())
                .waitAtMost(Duration.ZERO)
                .build();
        boolean requiresAnswers = filled.missingAnswers() == FilledForm.MissingAnswerPolicy.REJECT;
        return new SubmissionRequest(
                new Actor("form " + form.name(), LocationScope.of(Set.of(locationId))),
                locationId,
                input,
                (caller, facts, now) -> mapping.map(form, filled.answers(), caller, requiresAnswers, facts, now)
                        .warned(filled.warnings()),
                true,
                filled.quarantined(),
                filled.keyIdentifiesAnswers());
    }

    private Uni<SubmitFormPayload> submit(Actor by, FormDefinition form, SubmitFormInput input) {
        Answers answers = Answers.of(input.answers(), Questions.of(form)::asks);
        return submissions.submit(new SubmissionRequest(
                by,
                input.locationId(),
                input,
                (caller, facts, now) -> mapping.map(form, answers, caller, true, facts, now),
                false,
                false,
                false));
    }

    private static Uni<SubmitFormPayload> refused(UserErrorCode code, String message, String field) {
        return Uni.createFrom()
                .item(SubmitFormPayload.refused(List.of(new UserError(code, message, List.of("input", field)))));
    }
}
