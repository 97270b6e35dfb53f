package ghl.gateway.form.file;

import ghl.gateway.form.definition.ActionsDefinition;
import ghl.gateway.form.definition.ConsentDefinition;
import ghl.gateway.form.definition.ContactDefinition;
import ghl.gateway.form.definition.DndDefinition;
import ghl.gateway.form.definition.NoteDefinition;
import ghl.gateway.form.definition.TaskDefinition;
import ghl.gateway.form.template.FormText;
import ghl.gateway.submission.check.DueIn;
import ghl.gateway.submission.input.ContactPolicy;
import ghl.gateway.submission.input.DndChannel;
import java.util.List;
import java.util.Objects;

/** Reads what answers make. */
final class ActionsReader {

    /** The CRM takes these when a contact is created only. */
    private static final List<String> NEVER_UPDATED = List.of("companyName", "gender");

    private ActionsReader() {}

    static ActionsDefinition actions(FormNode form) {
        return new ActionsDefinition(
                contact(form.at("contact")),
                form.at("tasks").each().stream().map(ActionsReader::task).toList(),
                form.at("notes").each().stream().map(ActionsReader::note).toList(),
                templates(form.at("tags")),
                templates(form.at("removeTags")),
                consent(form.at("consent")),
                dnd(form.at("dnd")),
                form.at("erase").isThere());
    }

    private static ContactDefinition contact(FormNode contact) {
        ContactPolicy policy = ContactPolicy.valueOf(contact.textOr("policy", ContactPolicy.UPSERT.name()));
        if (policy == ContactPolicy.UPDATE_ONLY) {
            NEVER_UPDATED.stream()
                    .map(contact::at)
                    .filter(FormNode::isThere)
                    .forEach(field -> field.problem("cannot be written with UPDATE_ONLY: leave it out"));
        }
        return new ContactDefinition(
                policy,
                contact.templates(List.of("policy", "customFields")),
                contact.at("customFields").templates(List.of()));
    }

    private static TaskDefinition task(FormNode task) {
        String dueIn = task.textOr("dueIn", null);
        if (dueIn != null && !DueIn.isReadable(dueIn)) {
            task.at("dueIn").problem("dueIn is not an amount of time: " + DueIn.GRAMMAR);
        }
        return new TaskDefinition(
                task.template("title"), task.template("body"), dueIn, task.textOr("assignedTo", null));
    }

    private static NoteDefinition note(FormNode note) {
        return new NoteDefinition(note.template("title"), note.template("body"));
    }

    private static List<FormText> templates(FormNode list) {
        return list.each().stream()
                .map(FormNode::template)
                .filter(Objects::nonNull)
                .toList();
    }

    private static ConsentDefinition consent(FormNode consent) {
        return consent.isThere()
                ? new ConsentDefinition(consent.template("when"), consent.textOr("text", null), channels(consent))
                : null;
    }

    private static DndDefinition dnd(FormNode dnd) {
        return dnd.isThere() ? new DndDefinition(dnd.template("when"), channels(dnd)) : null;
    }

    private static List<DndChannel> channels(FormNode place) {
        return FormNode.texts(place.at("channels").node()).stream()
                .map(DndChannel::valueOf)
                .toList();
    }
}
