package ghl.gateway.form.trial;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import ghl.gateway.contact.Contact;
import ghl.gateway.highlevel.HighLevel;
import ghl.gateway.highlevel.call.UpstreamException;
import ghl.gateway.submission.receipt.ContactOutcome;
import ghl.gateway.submission.receipt.PlannedCall;
import ghl.gateway.submission.receipt.StepKind;
import ghl.gateway.submission.receipt.Submission;
import ghl.gateway.submission.receipt.SubmissionStep;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What the CRM holds of a submission. Blocks; a call for each record. */
@ApplicationScoped
class CrmRecords {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HighLevel crm;
    private final ObjectMapper json;

    CrmRecords(HighLevel crm, ObjectMapper json) {
        this.crm = crm;
        this.json = json;
    }

    /** @param plan what its calls said */
    List<String> differences(Submission submission, List<PlannedCall> plan) {
        Differences differences = new Differences();
        String locationId = submission.locationId();
        String contactId = submission.contactId();
        Contact contact = crm.contact(locationId, contactId).await().atMost(PATIENCE);
        for (PlannedCall call : plan) {
            String resultId = submission.steps().get(call.number() - 1).resultId();
            switch (call.kind()) {
                case UPSERT_CONTACT, CREATE_CONTACT, UPDATE_CONTACT ->
                    differences.between("contact", body(call), tree(contact));
                case ADD_TAGS ->
                    differences.betweenTags(body(call).path("tags"), contact == null ? null : contact.tags());
                case ADD_TASK ->
                    differences.between(
                            "task " + call.number(), body(call), held(crm.task(locationId, contactId, resultId)));
                case ADD_NOTE ->
                    differences.between(
                            "note " + call.number(), body(call), held(crm.note(locationId, contactId, resultId)));
                default -> {}
            }
        }
        return differences.sentences();
    }

    List<String> tags(PlannedCall call) {
        List<String> tags = new ArrayList<>();
        body(call).path("tags").forEach(tag -> tags.add(tag.asText()));
        return tags;
    }

    /**
     * Deletes what the submission made; a contact that was there before stays, and what was written over in it.
     *
     * @return what is still there, and why
     */
    List<String> takeBack(Submission submission, String tag) {
        List<String> left = new ArrayList<>();
        String locationId = submission.locationId();
        String contactId = submission.contactId();
        if (submission.contactOutcome() == ContactOutcome.CREATED) {
            delete(crm.deleteContact(locationId, contactId), "contact " + contactId, left::add);
        } else if (contactId != null) {
            made(submission, StepKind.ADD_TASK)
                    .forEach(id -> delete(crm.deleteTask(locationId, contactId, id), "task " + id, left::add));
            made(submission, StepKind.ADD_NOTE)
                    .forEach(id -> delete(crm.deleteNote(locationId, contactId, id), "note " + id, left::add));
            delete(crm.removeTags(locationId, contactId, List.of(tag)), "tag " + tag, left::add);
            left.add("the contact " + contactId
                    + " was there before: what was written to it stays. Give the form's e-mail"
                    + " or phone a sample that nobody has");
        }
        return left;
    }

    private static List<String> made(Submission submission, StepKind kind) {
        return submission.steps().stream()
                .filter(step -> step.kind() == kind && step.resultId() != null)
                .map(SubmissionStep::resultId)
                .toList();
    }

    private static void delete(Uni<?> call, String what, Consumer<String> left) {
        try {
            call.await().atMost(PATIENCE);
        } catch (UpstreamException | TimeoutException notDeleted) {
            left.accept("the " + what + " is still there: " + notDeleted.getMessage());
        }
    }

    private JsonNode body(PlannedCall call) {
        try {
            return json.readTree(call.body());
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private JsonNode held(Uni<?> record) {
        return tree(record.await().atMost(PATIENCE));
    }

    private JsonNode tree(Object record) {
        return record == null ? null : json.valueToTree(record);
    }
}
