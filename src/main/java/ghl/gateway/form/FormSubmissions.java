package ghl.gateway.form;

import ghl.gateway.contact.LocationScope;
import ghl.gateway.form.answer.Answers;
import ghl.gateway.form.definition.FormDefinition;
import ghl.gateway.form.mapping.FormMapping;
import ghl.gateway.highlevel.settings.CrmConnection;
import ghl.gateway.submission.Submissions;
import ghl.gateway.submission.accept.SubmissionRequest;
import ghl.gateway.submission.input.Actor;
import ghl.gateway.submission.input.SubmitFormInput;
import ghl.gateway.submission.input.SubmitFormInputBuilder;
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

/** The way in for answers: mapped as the form's definition says, then taken as any other submission. */
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
     * Which location an input asks for: its form's where that has one.
     *
     * @return null when it asks for none
     */
    public String locationOf(SubmitFormInput input) {
        return Optional.ofNullable(input.form())
                .flatMap(forms::find)
                .map(FormDefinition::locationId)
                .orElse(input.locationId());
    }

    /** The location of a form; empty when there is no such form, or neither it nor the gateway has one. */
    public Optional<String> locationOfForm(String name) {
        return forms.find(name)
                .flatMap(form -> form.locationId() == null
                        ? connection.defaultLocation()
                        : Optional.of(connection.locationId(form.locationId())));
    }

    /** Where forms go. */
    Set<String> locations() {
        return forms.all().stream()
                .map(form -> locationOfForm(form.name()))
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
    }

    /** Where a form goes that an intake receives. */
    public String locationOf(FormDefinition form) {
        return connection.locationOrDefault(form.locationId());
    }

    /**
     * What a caller sent, with a form or without. Explicit parts of the input go before what the definition makes.
     *
     * @param locationId where it goes, among those that the caller may reach
     * @return fails as {@link Submissions#submit}
     */
    public Uni<SubmitFormPayload> submit(Actor by, String locationId, SubmitFormInput input) {
        if (input.form() == null) {
            return submissions.submit(by, locationId, input);
        }
        Optional<FormDefinition> found = forms.find(input.form());
        if (found.isEmpty()) {
            return refused(UserErrorCode.UNKNOWN, "is no form of this gateway", "form");
        }
        FormDefinition form = found.get();
        boolean isElsewhere = form.locationId() != null
                && input.locationId() != null
                && !connection.locationId(form.locationId()).equals(connection.locationId(input.locationId()));
        if (isElsewhere) {
            return refused(
                    UserErrorCode.CONFLICT,
                    "is not the location of the form: leave it out, the form says it",
                    "locationId");
        }
        return submit(by, form, input.locationId(locationId));
    }

    /**
     * What an intake received. Does not wait: the receipt says QUEUED, QUARANTINED, PARKED, or, for a repeat, what has
     * become of the first. {@code userErrors} are there for {@link FilledForm.Gaps#REFUSED} and for a key that has been used
     * for other answers; then nothing was kept.
     *
     * @return fails as {@link Submissions#submit}
     */
    public Uni<SubmitFormPayload> submit(FilledForm filled) {
        return submissions.submit(arrival(filled));
    }

    /** What has become of a form that came before under the same key; null when it comes for the first time. */
    public Uni<SubmitFormPayload> earlier(FilledForm filled) {
        return submissions.earlier(arrival(filled));
    }

    private SubmissionRequest arrival(FilledForm filled) {
        FormDefinition form = filled.definition();
        String locationId = locationOf(form);
        SubmitFormInput input = SubmitFormInputBuilder.builder()
                .form(form.name())
                .answers(filled.answers().toInputs())
                .locationId(locationId)
                .context(filled.context())
                .consent(filled.consent())
                .idempotencyKey(filled.idempotencyKey())
                .waitAtMost(Duration.ZERO)
                .build();
        boolean refusesGaps = filled.gaps() == FilledForm.MissingAnswerPolicy.REFUSED;
        return new SubmissionRequest(
                new Actor("form " + form.name(), LocationScope.of(Set.of(locationId))),
                locationId,
                input,
                (said, facts, now) -> mapping.map(form, filled.answers(), said, refusesGaps, facts, now),
                true,
                filled.quarantined());
    }

    private Uni<SubmitFormPayload> submit(Actor by, FormDefinition form, SubmitFormInput input) {
        Answers answers = Answers.of(input.answers());
        return submissions.submit(new SubmissionRequest(
                by,
                input.locationId(),
                input,
                (said, facts, now) -> mapping.map(form, answers, said, true, facts, now),
                false,
                false));
    }

    private static Uni<SubmitFormPayload> refused(UserErrorCode code, String message, String field) {
        return Uni.createFrom()
                .item(SubmitFormPayload.refused(List.of(new UserError(code, message, List.of("input", field)))));
    }
}
