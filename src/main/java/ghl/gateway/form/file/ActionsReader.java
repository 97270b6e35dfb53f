package ghl.gateway.form.file;

import ghl.gateway.form.definition.ActionsDefinition;
import ghl.gateway.form.definition.ActionsDefinition.ConsentDefinition;
import ghl.gateway.form.definition.ActionsDefinition.ContactDefinition;
import ghl.gateway.form.definition.ActionsDefinition.DndDefinition;
import ghl.gateway.form.definition.ActionsDefinition.NoteDefinition;
import ghl.gateway.form.definition.ActionsDefinition.TaskDefinition;
import ghl.gateway.form.template.FormText;
import ghl.gateway.submission.check.DueIn;
import ghl.gateway.submission.input.ContactPolicy;
import ghl.gateway.submission.input.DndChannel;
import java.util.List;
import java.util.Objects;

final class ActionsReader {

    /** The CRM's update does not accept these. */
    private static final List<String> CREATE_ONLY_FIELDS = List.of("companyName", "gender");

    private ActionsReader() {}

    static ActionsDefinition actions(FormNode form) {
        return new ActionsDefinition(
                contact(form.at("contact")),
                form.at("tasks").elements().stream().map(ActionsReader::task).toList(),
                form.at("notes").elements().stream().map(ActionsReader::note).toList(),
                templates(form.at("tags")),
                templates(form.at("removeTags")),
                consent(form.at("consent")),
                dnd(form.at("dnd")),
                form.at("erase").isPresent());
    }

    private static ContactDefinition contact(FormNode contact) {
        ContactPolicy policy = ContactPolicy.valueOf(contact.text("policy", ContactPolicy.UPSERT.name()));
        if (policy == ContactPolicy.UPDATE_ONLY) {
            CREATE_ONLY_FIELDS.stream()
                    .map(contact::at)
                    .filter(FormNode::isPresent)
                    .forEach(field -> field.addProblem("cannot be used with policy UPDATE_ONLY: remove it"));
        }
        return new ContactDefinition(
                policy,
                contact.templates(List.of("policy", "customFields")),
                contact.at("customFields").templates(List.of()));
    }

    private static TaskDefinition task(FormNode task) {
        String dueIn = task.text("dueIn", null);
        if (dueIn != null && !DueIn.isReadable(dueIn)) {
            task.at("dueIn").addProblem("dueIn is not a duration: " + DueIn.GRAMMAR);
        }
        return new TaskDefinition(task.template("title"), task.template("body"), dueIn, task.text("assignedTo", null));
    }

    private static NoteDefinition note(FormNode note) {
        return new NoteDefinition(note.template("title"), note.template("body"));
    }

    private static List<FormText> templates(FormNode list) {
        return list.elements().stream()
                .map(FormNode::template)
                .filter(Objects::nonNull)
                .toList();
    }

    private static ConsentDefinition consent(FormNode consent) {
        return consent.isPresent()
                ? new ConsentDefinition(consent.template("when"), consent.text("text", null), channels(consent))
                : null;
    }

    private static DndDefinition dnd(FormNode dnd) {
        return dnd.isPresent() ? new DndDefinition(dnd.template("when"), channels(dnd)) : null;
    }

    private static List<DndChannel> channels(FormNode parent) {
        return FormNode.texts(parent.at("channels").node()).stream()
                .map(DndChannel::valueOf)
                .toList();
    }
}
