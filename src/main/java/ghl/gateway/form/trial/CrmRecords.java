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

/** Compares and deletes the CRM records of a submission. Blocks; one call per record. */
@ApplicationScoped
class CrmRecords {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final HighLevel crm;
    private final ObjectMapper json;

    CrmRecords(HighLevel crm, ObjectMapper json) {
        this.crm = crm;
        this.json = json;
    }

    /** Differences between the planned calls and the CRM's records, as sentences. */
    List<String> differences(Submission submission, List<PlannedCall> plan) {
        Differences differences = new Differences();
        String locationId = submission.locationId();
        String contactId = submission.contactId();
        Contact contact = crm.contact(locationId, contactId).await().atMost(TIMEOUT);
        for (PlannedCall call : plan) {
            String resultId = submission.steps().get(call.number() - 1).resultId();
            switch (call.kind()) {
                case UPSERT_CONTACT, CREATE_CONTACT, UPDATE_CONTACT ->
                    differences.compare("contact", body(call), tree(contact));
                case ADD_TAGS ->
                    differences.compareTags(body(call).path("tags"), contact == null ? null : contact.tags());
                case ADD_TASK ->
                    differences.compare(
                            "task " + call.number(), body(call), fetch(crm.task(locationId, contactId, resultId)));
                case ADD_NOTE ->
                    differences.compare(
                            "note " + call.number(), body(call), fetch(crm.note(locationId, contactId, resultId)));
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
     * Deletes what the submission created. Does not delete or restore a contact that existed before.
     *
     * @return what remains, and why
     */
    List<String> deleteCreated(Submission submission, String tag) {
        List<String> remaining = new ArrayList<>();
        String locationId = submission.locationId();
        String contactId = submission.contactId();
        if (submission.contactOutcome() == ContactOutcome.CREATED) {
            delete(crm.deleteContact(locationId, contactId), "contact " + contactId, remaining::add);
        } else if (contactId != null) {
            created(submission, StepKind.ADD_TASK)
                    .forEach(id -> delete(crm.deleteTask(locationId, contactId, id), "task " + id, remaining::add));
            created(submission, StepKind.ADD_NOTE)
                    .forEach(id -> delete(crm.deleteNote(locationId, contactId, id), "note " + id, remaining::add));
            delete(crm.removeTags(locationId, contactId, List.of(tag)), "tag " + tag, remaining::add);
            remaining.add(
                    "contact " + contactId + " existed before this test and keeps what the test wrote to it. Set a"
                            + " sample e-mail address or phone number in the form that no contact has");
        }
        return remaining;
    }

    private static List<String> created(Submission submission, StepKind kind) {
        return submission.steps().stream()
                .filter(step -> step.kind() == kind && step.resultId() != null)
                .map(SubmissionStep::resultId)
                .toList();
    }

    private static void delete(Uni<?> call, String what, Consumer<String> remaining) {
        try {
            call.await().atMost(TIMEOUT);
        } catch (UpstreamException | TimeoutException notDeleted) {
            remaining.accept(what + " could not be deleted: " + notDeleted.getMessage());
        }
    }

    private JsonNode body(PlannedCall call) {
        try {
            return json.readTree(call.body());
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private JsonNode fetch(Uni<?> record) {
        return tree(record.await().atMost(TIMEOUT));
    }

    private JsonNode tree(Object record) {
        return record == null ? null : json.valueToTree(record);
    }
}
