package ghl.gateway.form.definition;

import ghl.gateway.form.template.FormText;
import ghl.gateway.submission.input.ContactPolicy;
import ghl.gateway.submission.input.DndChannel;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The records that a form's answers create in the CRM. A task whose title, a note whose body, or a tag that renders
 * blank is left out, which is how definitions express conditions.
 *
 * @param consent null when the form asks for none
 * @param dnd null leaves do-not-disturb as it is
 * @param erase whether the contact is deleted after an operator's approval
 */
public record ActionsDefinition(
        ContactDefinition contact,
        List<TaskDefinition> tasks,
        List<NoteDefinition> notes,
        List<FormText> tags,
        List<FormText> removeTags,
        ConsentDefinition consent,
        DndDefinition dnd,
        boolean erase) {

    /**
     * The contact to write.
     *
     * @param fields by the component names of {@code ContactInput}, in the file's order
     * @param customFields by custom field key, in the file's order
     */
    public record ContactDefinition(
            ContactPolicy policy, Map<String, FormText> fields, Map<String, FormText> customFields) {}

    /**
     * A task to create.
     *
     * @param body null for none
     * @param dueIn in the grammar of {@code TaskInput.dueIn}; null is one day
     * @param assignedTo a CRM user's id; null leaves it unassigned
     */
    public record TaskDefinition(FormText title, FormText body, String dueIn, String assignedTo) {}

    /** A note to write. @param title null for none */
    public record NoteDefinition(FormText title, FormText body) {}

    /**
     * The consent that a form asks for.
     *
     * @param when blank when rendered: the person did not agree; null: every submission agrees
     * @param text the exact wording
     * @param channels on which do-not-disturb is switched off
     */
    public record ConsentDefinition(FormText when, String text, List<DndChannel> channels) {}

    /**
     * A request not to be contacted.
     *
     * @param when blank when rendered: not requested; null: always requested
     * @param channels empty means all
     */
    public record DndDefinition(FormText when, List<DndChannel> channels) {}

    /** Names of the answers that any text prints or tests. */
    public Set<String> mentionedAnswers() {
        return Stream.of(
                        contact.fields().values().stream(),
                        contact.customFields().values().stream(),
                        tasks.stream().flatMap(task -> Stream.of(task.title(), task.body())),
                        notes.stream().flatMap(note -> Stream.of(note.title(), note.body())),
                        tags.stream(),
                        removeTags.stream(),
                        Stream.of(consent == null ? null : consent.when()),
                        Stream.of(dnd == null ? null : dnd.when()))
                .flatMap(texts -> texts)
                .filter(Objects::nonNull)
                .flatMap(text -> text.answers().stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}
