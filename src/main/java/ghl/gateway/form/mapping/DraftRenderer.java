package ghl.gateway.form.mapping;

import ghl.gateway.form.definition.ActionsDefinition;
import ghl.gateway.form.definition.DndDefinition;
import ghl.gateway.form.definition.NoteDefinition;
import ghl.gateway.form.definition.TaskDefinition;
import ghl.gateway.form.template.FormText;
import ghl.gateway.submission.check.LocationFacts;
import ghl.gateway.submission.check.Texts;
import ghl.gateway.submission.input.ConsentInput;
import ghl.gateway.submission.input.CustomFieldInput;
import ghl.gateway.submission.input.DndSettingInput;
import ghl.gateway.submission.input.NoteInput;
import ghl.gateway.submission.input.SubmissionContextInput;
import ghl.gateway.submission.input.TaskInput;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Fills the texts of a definition with answers. What renders blank is left out. */
final class DraftRenderer {

    /** Of a task's body; what an answer has beyond that stays in the other texts. */
    private static final int LONGEST_BODY = 40_000;

    private static final int MOST_TAGS = 50;

    private final ActionsDefinition actions;
    private final Map<String, Object> values;
    private final Map<String, String> context;
    private final LocationFacts facts;
    private final Set<String> arrived = new HashSet<>();
    private final Set<String> cut = new HashSet<>();

    DraftRenderer(
            ActionsDefinition actions,
            Map<String, Object> values,
            SubmissionContextInput context,
            LocationFacts facts) {
        this.actions = actions;
        this.values = values;
        this.context = said(context);
        this.facts = facts;
    }

    /** Names of the answers that stand somewhere as a whole. */
    Set<String> arrived() {
        Set<String> whole = new HashSet<>(arrived);
        whole.removeAll(cut);
        return whole;
    }

    FormDraft draft() {
        FormDraft draft = new FormDraft();
        draft.policy = actions.contact().policy();
        actions.contact()
                .fields()
                .forEach((field, text) -> ifSaid(oneLine(text), said -> draft.fields.put(field, said)));
        actions.contact().customFields().forEach((key, text) -> customField(key, text, draft));
        actions.tasks().forEach(task -> ifSaid(oneLine(task.title()), title -> draft.tasks.add(task(title, task))));
        actions.notes().forEach(note -> ifSaid(text(note.body()), body -> draft.notes.add(note(body, note))));
        draft.tags.addAll(tags(actions.tags()));
        draft.tagsOff.addAll(tagsOff());
        if (actions.dnd() != null && holds(actions.dnd().when())) {
            disturbNot(actions.dnd(), draft);
        }
        return draft;
    }

    /** Null when the form asks for none, or the person did not agree. */
    ConsentInput consent() {
        return actions.consent() != null && holds(actions.consent().when())
                ? new ConsentInput(actions.consent().text(), actions.consent().channels())
                : null;
    }

    private static void disturbNot(DndDefinition dnd, FormDraft draft) {
        draft.dnd = dnd.channels().isEmpty();
        dnd.channels().forEach(channel -> draft.dndSettings.add(new DndSettingInput(channel, true)));
    }

    private void customField(String key, FormText text, FormDraft draft) {
        List<?> several = text.onlyAnswer()
                .map(values::get)
                .filter(List.class::isInstance)
                .map(List.class::cast)
                .orElse(null);
        if (several != null && isList(key)) {
            List<String> texts = several.stream().map(String::valueOf).toList();
            if (!texts.isEmpty()) {
                draft.customFields.add(new CustomFieldInput(key, null, null, texts));
                arrived.addAll(text.answers());
            }
        } else {
            ifSaid(text(text), said -> draft.customFields.add(new CustomFieldInput(key, null, said, null)));
        }
    }

    private boolean isList(String key) {
        return facts.customFields().stream()
                .anyMatch(field -> field.isList() && key.equals(field.key())
                        || field.isList() && key.equals("contact." + field.key()));
    }

    private TaskInput task(String title, TaskDefinition task) {
        String body = text(task.body());
        return new TaskInput(
                shortened(title, Texts.LINE, task.title()),
                body.isEmpty() ? null : shortened(body, LONGEST_BODY, task.body()),
                null,
                task.dueIn(),
                task.assignedTo(),
                false);
    }

    private NoteInput note(String body, NoteDefinition note) {
        String title = oneLine(note.title());
        return new NoteInput(
                body, title.isEmpty() ? null : shortened(title, Texts.LINE, note.title()), null, null, null);
    }

    private List<String> tags(List<FormText> texts) {
        return texts.stream()
                .map(text -> shortened(oneLine(text), Texts.TAG, text))
                .filter(tag -> !tag.isEmpty())
                .limit(MOST_TAGS)
                .toList();
    }

    /** A tag that is taken off writes nothing. */
    private List<String> tagsOff() {
        return actions.removeTags().stream()
                .map(text -> filled(text).text().replaceAll("\\s+", " "))
                .filter(tag -> !tag.isEmpty() && tag.length() <= Texts.TAG)
                .limit(MOST_TAGS)
                .toList();
    }

    private boolean holds(FormText when) {
        return when == null || !filled(when).text().isEmpty();
    }

    private String oneLine(FormText text) {
        return text(text).replaceAll("\\s+", " ");
    }

    /** Blank for no text at all. Lines that a condition left empty go. */
    private String text(FormText text) {
        FormText.Filled filled = filled(text);
        arrived.addAll(filled.answers());
        return filled.text().replaceAll("\\n(\\s*\\n)+", "\n\n").strip();
    }

    private FormText.Filled filled(FormText text) {
        return text == null
                ? FormText.Filled.NOTHING
                : text.fill(values, context, () -> facts.location().country());
    }

    /** What of an answer does not fit here is in the note. */
    private String shortened(String text, int longest, FormText from) {
        if (text.length() <= longest) {
            return text;
        }
        cut.addAll(from.answers());
        int end = Character.isHighSurrogate(text.charAt(longest - 2)) ? longest - 2 : longest - 1;
        return text.substring(0, end) + "…";
    }

    private static void ifSaid(String text, Consumer<String> use) {
        if (!text.isBlank()) {
            use.accept(text);
        }
    }

    private static Map<String, String> said(SubmissionContextInput context) {
        Map<String, String> said = new HashMap<>();
        if (context != null) {
            said.put("pageUrl", context.pageUrl());
            said.put("pageTitle", context.pageTitle());
            said.put("referrer", context.referrer());
            said.put("utmSource", context.utmSource());
            said.put("utmMedium", context.utmMedium());
            said.put("utmCampaign", context.utmCampaign());
        }
        return said;
    }
}
