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
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Fills the texts of a definition with answers. What renders blank is left out. */
final class Drafting {

    /** Of a task's body; what an answer has beyond that stays in the other texts. */
    private static final int LONGEST_BODY = 40_000;

    private static final int MOST_TAGS = 50;

    private final ActionsDefinition actions;
    private final Map<String, Object> values;
    private final Map<String, String> context;
    private final LocationFacts facts;
    private final Set<String> placed;

    Drafting(
            ActionsDefinition actions,
            Map<String, Object> values,
            SubmissionContextInput context,
            LocationFacts facts) {
        this.actions = actions;
        this.values = values;
        this.context = said(context);
        this.facts = facts;
        this.placed = new HashSet<>(actions.placedAnswers());
    }

    /** Names of the answers that went somewhere. */
    Set<String> placed() {
        return placed;
    }

    Draft draft() {
        Draft draft = new Draft();
        draft.policy = actions.contact().policy();
        actions.contact()
                .fields()
                .forEach((field, text) -> ifSaid(oneLine(text), said -> draft.fields.put(field, said)));
        actions.contact().customFields().forEach((key, text) -> customField(key, text, draft));
        actions.tasks().forEach(task -> ifSaid(oneLine(task.title()), title -> draft.tasks.add(task(title, task))));
        actions.notes().forEach(note -> ifSaid(text(note.body()), body -> draft.notes.add(note(body, note))));
        tags(actions.tags(), Set.of()).forEach(draft.tags::add);
        tags(actions.removeTags(), lowerCase(draft.tags)).forEach(draft.tagsOff::add);
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

    private static void disturbNot(DndDefinition dnd, Draft draft) {
        draft.dnd = dnd.channels().isEmpty();
        dnd.channels().forEach(channel -> draft.dndSettings.add(new DndSettingInput(channel, true)));
    }

    private void customField(String key, FormText text, Draft draft) {
        List<?> several = text.onlyAnswer()
                .map(values::get)
                .filter(List.class::isInstance)
                .map(List.class::cast)
                .orElse(null);
        if (several != null && isList(key)) {
            List<String> texts = several.stream().map(String::valueOf).toList();
            if (!texts.isEmpty()) {
                draft.customFields.add(new CustomFieldInput(key, null, null, texts));
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
                shortened(title, Texts.LINE),
                body.isEmpty() ? null : shortened(body, LONGEST_BODY),
                null,
                task.dueIn(),
                task.assignedTo(),
                false);
    }

    private NoteInput note(String body, NoteDefinition note) {
        String title = oneLine(note.title());
        return new NoteInput(body, title.isEmpty() ? null : shortened(title, Texts.LINE), null, null, null);
    }

    private List<String> tags(List<FormText> texts, Set<String> but) {
        return texts.stream()
                .map(this::oneLine)
                .filter(tag -> !tag.isEmpty() && !but.contains(tag.toLowerCase(Locale.ROOT)))
                .map(tag -> shortened(tag, Texts.TAG).strip())
                .limit(MOST_TAGS)
                .toList();
    }

    private static Set<String> lowerCase(List<String> tags) {
        Set<String> all = new HashSet<>();
        tags.forEach(tag -> all.add(tag.toLowerCase(Locale.ROOT)));
        return all;
    }

    private boolean holds(FormText when) {
        return when == null || !text(when).isEmpty();
    }

    private String oneLine(FormText text) {
        return text(text).replaceAll("\\s+", " ");
    }

    /** Blank for no text at all. Lines that a condition left empty go. */
    private String text(FormText text) {
        if (text == null) {
            return "";
        }
        String rendered = text.render(values, context, () -> facts.location().country())
                .orElseGet(() -> {
                    placed.removeAll(text.answers());
                    return "";
                });
        return rendered.replaceAll("\\n(\\s*\\n)+", "\n\n").strip();
    }

    private static void ifSaid(String text, Consumer<String> use) {
        if (!text.isBlank()) {
            use.accept(text);
        }
    }

    private static String shortened(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(longest - 2)) ? longest - 2 : longest - 1;
        return text.substring(0, end) + "…";
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
