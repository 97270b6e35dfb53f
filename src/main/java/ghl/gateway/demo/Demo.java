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

/** What became of a form that was sent here: its receipt, and the CRM's own records. */
@ApplicationScoped
class Demo {

    static final String FORM = "demo";

    /** Whoever has the id of what was sent here may see it: the sandbox holds nobody's data. */
    private static final Actor ANYBODY = new Actor("demo", LocationScope.ALL);

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

    /** Null when it can be shown. */
    String whyNot() {
        if (!connection.isSandbox()) {
            return "This gateway works on a real CRM, and a demonstration would leave made-up people in it. Start one on"
                    + " its sandbox to see it.";
        }
        return forms.find(FORM).isPresent()
                ? null
                : "The form of the demonstration is not there: GATEWAY_FORMS names a folder without a demo.yaml. Start the"
                        + " gateway without it to see the demonstration.";
    }

    /**
     * What was sent and is there: of the contact's tasks and notes those that this form made.
     *
     * @param contact null as long as there is none
     */
    record Outcome(Submission submission, Contact contact, List<DueTask> tasks, List<Note> notes) {}

    /** Null when there is no such form. */
    Uni<Outcome> outcome(String id) {
        return submissions
                .find(ANYBODY, id)
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
        Set<String> made = submission.steps().stream()
                .map(SubmissionStep::resultId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        ZoneId zone = Objects.requireNonNullElse(location.timezone(), ZoneOffset.UTC);
        return new Outcome(
                submission,
                contact,
                tasks.stream()
                        .filter(task -> made.contains(task.id()))
                        .map(task -> DueTask.of(task, zone))
                        .toList(),
                notes.stream().filter(note -> made.contains(note.id())).toList());
    }
}
