package ghl.gateway.demo;

import ghl.gateway.contact.Contact;
import ghl.gateway.contact.Location;
import ghl.gateway.contact.LocationScope;
import ghl.gateway.contact.Note;
import ghl.gateway.contact.Task;
import ghl.gateway.form.Forms;
import ghl.gateway.highlevel.HighLevel;
import ghl.gateway.highlevel.settings.CrmConnection;
import ghl.gateway.submission.Submissions;
import ghl.gateway.submission.input.Actor;
import ghl.gateway.submission.receipt.Submission;
import ghl.gateway.submission.receipt.SubmissionStep;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The outcome of a demo form: its receipt and the CRM's records. */
@ApplicationScoped
class Demo {

    static final String FORM = "demo";

    /** Anyone with a submission's id may see it: the sandbox contains no real data. */
    private static final Actor ANYONE = new Actor("demo", LocationScope.ALL);

    private final CrmConnection connection;
    private final Forms forms;
    private final Submissions submissions;
    private final HighLevel highLevel;

    Demo(CrmConnection connection, Forms forms, Submissions submissions, HighLevel highLevel) {
        this.connection = connection;
        this.forms = forms;
        this.submissions = submissions;
        this.highLevel = highLevel;
    }

    /** The reason why the demo is unavailable; null when it is available. */
    String unavailableReason() {
        if (!connection.isSandbox()) {
            return "This gateway is connected to a real CRM, where the demo would create fictitious contacts. Start a gateway"
                    + " with the sandbox to see it.";
        }
        return forms.find(FORM).isPresent()
                ? null
                : "The demo form is missing: the folder in GATEWAY_FORMS contains no demo.yaml. Start the gateway without"
                        + " GATEWAY_FORMS to see the demo.";
    }

    /**
     * A submission and its records in the CRM.
     *
     * @param contact null until it is created
     * @param tasks only those that the submission created
     * @param notes only those that the submission created
     */
    record Outcome(Submission submission, Contact contact, List<DueTask> tasks, List<Note> notes) {}

    /** Null for an unknown id. */
    Uni<Outcome> outcome(String id) {
        return submissions
                .find(ANYONE, id)
                .chain(found -> found == null || !FORM.equals(found.form())
                        ? Uni.createFrom().nullItem()
                        : found.contactId() == null
                                ? Uni.createFrom().item(new Outcome(found, null, List.of(), List.of()))
                                : records(found));
    }

    private Uni<Outcome> records(Submission submission) {
        String location = submission.locationId();
        String contact = submission.contactId();
        return Uni.combine()
                .all()
                .unis(
                        highLevel.contact(location, contact),
                        highLevel.tasks(location, contact),
                        highLevel.notes(location, contact),
                        highLevel.location(location))
                .asTuple()
                .map(all -> outcome(submission, all.getItem1(), all.getItem2(), all.getItem3(), all.getItem4()));
    }

    private static Outcome outcome(
            Submission submission, Contact contact, List<Task> tasks, List<Note> notes, Location location) {
        Set<String> created = submission.steps().stream()
                .map(SubmissionStep::resultId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        ZoneId zone = Objects.requireNonNullElse(location.timezone(), ZoneOffset.UTC);
        return new Outcome(
                submission,
                contact,
                tasks.stream()
                        .filter(task -> created.contains(task.id()))
                        .map(task -> DueTask.of(task, zone))
                        .toList(),
                notes.stream().filter(note -> created.contains(note.id())).toList());
    }
}
