package ghl.gateway.form.definition;

import ghl.gateway.form.template.FormText;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What answers make in the CRM. A task without a title, a note without a body and a tag without letters are left out, so
 * that a condition is a text that is sometimes blank.
 *
 * @param consent null: the form asks for none
 * @param dnd null: do-not-disturb stays as it is
 * @param erase whether the contact is deleted, once an operator has approved
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

    /** Names of the answers that have a place somewhere. */
    public Set<String> placedAnswers() {
        return Stream.of(
                        contact.texts(),
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
