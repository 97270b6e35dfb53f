package ghl.gateway.submission.step;

import ghl.gateway.contact.Contact;
import ghl.gateway.contact.CustomFieldValue;
import ghl.gateway.contact.Note;
import ghl.gateway.contact.Task;
import ghl.gateway.contact.draft.ContactDraft;
import ghl.gateway.contact.draft.NoteChanges;
import ghl.gateway.contact.draft.TaskChanges;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a step sets in the CRM, or what the CRM has: values as text, by name. Names are those of the schema's contact fields,
 * and {@code dndSettings.SMS}, {@code customField ID}, {@code tag x}, {@code task ID completed}, {@code note ID body}. A field
 * that is cleared or missing has an empty value.
 */
public record SetValues(Map<String, String> byName) {

    static final SetValues NOTHING = new SetValues(Map.of());

    static final String TASK = "task ";
    static final String NOTE = "note ";

    private static final String TAG = "tag ";
    private static final String ADDED = "added";
    private static final String REMOVED = "removed";

    /** Set by a deletion, and no other value of the contact is then as another step set it. */
    private static final String CONTACT = "contact";

    private static final String FULL_NAME = "name";
    private static final Set<String> PARTS_OF_NAME = Set.of("firstName", "lastName");

    /** Empty for a step that creates, finds or deletes a record that nothing else sets. */
    public static SetValues of(Step step) {
        return switch (step.kind()) {
            case UPSERT_CONTACT -> of(((Step.UpsertContact) step).draft());
            case UPDATE_CONTACT -> of(((Step.UpdateContact) step).draft());
            case ADD_TAGS -> tags(((Step.AddTags) step).tags(), ADDED);
            case REMOVE_TAGS -> tags(((Step.RemoveTags) step).tags(), REMOVED);
            case UPDATE_TASK -> of((Step.UpdateTask) step);
            case COMPLETE_TASK -> {
                Step.CompleteTask complete = (Step.CompleteTask) step;
                yield new SetValues(
                        Map.of(TASK + complete.taskId() + " completed", String.valueOf(complete.completed())));
            }
            case UPDATE_NOTE -> of((Step.UpdateNote) step);
            case DELETE_CONTACT -> new SetValues(Map.of(CONTACT, REMOVED));
            default -> NOTHING;
        };
    }

    static SetValues of(ContactDraft draft) {
        Map<String, String> values = new HashMap<>();
        ContactField.ALL.forEach(field -> field.textIn(draft).ifPresent(text -> values.put(field.name(), text)));
        draft.dndSettings().forEach((channel, status) -> values.put(dnd(channel), status));
        draft.customFields().forEach(field -> values.put(custom(field), text(field)));
        return new SetValues(values);
    }

    /** What the CRM has. */
    static SetValues of(Contact contact) {
        Map<String, String> values = new HashMap<>();
        ContactField.ALL.forEach(field -> values.put(field.name(), field.textIn(contact)));
        listOf(contact.dndSettings()).forEach(setting -> values.put(dnd(setting.channel()), setting.status()));
        listOf(contact.customFieldValues()).forEach(field -> values.put(custom(field), text(field)));
        listOf(contact.tags()).forEach(tag -> values.put(TAG + tag, ADDED));
        return new SetValues(values);
    }

    static SetValues of(Task task) {
        TaskChanges all = new TaskChanges(
                Optional.ofNullable(task.title()),
                Optional.ofNullable(task.body()),
                Optional.ofNullable(task.dueDate()),
                Optional.ofNullable(task.completed()),
                Optional.ofNullable(task.assignedTo()));
        return of(new Step.UpdateTask(task.id(), all));
    }

    static SetValues of(Note note) {
        NoteChanges all =
                new NoteChanges(Optional.ofNullable(note.body()), Optional.ofNullable(note.title()), null, null, null);
        return of(new Step.UpdateNote(note.id(), all));
    }

    private static SetValues of(Step.UpdateTask step) {
        Map<String, String> values = new HashMap<>();
        String task = TASK + step.taskId() + " ";
        put(values, task + "title", step.changes().title());
        put(values, task + "body", step.changes().body());
        put(values, task + "dueDate", step.changes().dueDate());
        put(values, task + "completed", step.changes().completed());
        put(values, task + "assignedTo", step.changes().assignedTo());
        return new SetValues(values);
    }

    private static SetValues of(Step.UpdateNote step) {
        Map<String, String> values = new HashMap<>();
        String note = NOTE + step.noteId() + " ";
        put(values, note + "body", step.changes().body());
        put(values, note + "title", step.changes().title());
        put(values, note + "color", step.changes().color());
        put(values, note + "pinned", step.changes().pinned());
        return new SetValues(values);
    }

    private static void put(Map<String, String> values, String name, Optional<?> value) {
        if (value != null) {
            values.put(name, value.map(String::valueOf).orElse(""));
        }
    }

    private static SetValues tags(List<String> tags, String as) {
        return new SetValues(tags.stream().distinct().collect(Collectors.toMap(tag -> TAG + tag, tag -> as)));
    }

    static String tag(String tag) {
        return TAG + tag;
    }

    static String dnd(String channel) {
        return "dndSettings." + channel;
    }

    static String custom(CustomFieldValue field) {
        return "customField " + field.id();
    }

    private static String text(CustomFieldValue field) {
        return field.value() instanceof BigDecimal number
                ? number.stripTrailingZeros().toPlainString()
                : String.join("\n", field.texts());
    }

    private static <T> List<T> listOf(List<T> list) {
        return list == null ? List.of() : list;
    }

    /** Whether both set the same thing to different values, or one deletes what the other sets. */
    public boolean collidesWith(SetValues other) {
        return byName.keySet().stream().anyMatch(name -> other.byName.containsKey(name) && differs(name, other))
                || deletesWhatIsSetBy(other)
                || other.deletesWhatIsSetBy(this)
                || namesPartsOf(other)
                || other.namesPartsOf(this);
    }

    private boolean deletesWhatIsSetBy(SetValues other) {
        return byName.containsKey(CONTACT) && !other.byName.isEmpty();
    }

    /** What the CRM changes along with these names: it takes a full name apart, and puts it together. */
    static Set<String> alongWith(Set<String> names) {
        Set<String> along = new HashSet<>();
        if (names.contains(FULL_NAME)) {
            along.addAll(PARTS_OF_NAME);
        }
        if (names.stream().anyMatch(PARTS_OF_NAME::contains)) {
            along.add(FULL_NAME);
        }
        return along;
    }

    private boolean namesPartsOf(SetValues other) {
        return byName.containsKey(FULL_NAME) && other.byName.keySet().stream().anyMatch(PARTS_OF_NAME::contains);
    }

    /** The value of a name; empty if it has none. A tag that is not there is removed. */
    String value(String name) {
        return byName.getOrDefault(name, name.startsWith(TAG) ? REMOVED : "");
    }

    boolean differs(String name, SetValues other) {
        String mine = value(name);
        String theirs = other.value(name);
        return name.equals("email") ? !mine.equalsIgnoreCase(theirs) : !mine.equals(theirs);
    }
}
