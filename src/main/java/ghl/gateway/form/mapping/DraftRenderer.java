package ghl.gateway.form.mapping;

import ghl.gateway.form.definition.ActionsDefinition;
import ghl.gateway.form.definition.ActionsDefinition.DndDefinition;
import ghl.gateway.form.definition.ActionsDefinition.NoteDefinition;
import ghl.gateway.form.definition.ActionsDefinition.TaskDefinition;
import ghl.gateway.form.template.FormText;
import ghl.gateway.form.template.RenderBudget;
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
import java.util.stream.Collectors;

/** Renders the texts of a definition with answers. Omits whatever renders blank. */
final class DraftRenderer {

    private final ActionsDefinition actions;
    private final AnswerSheet sheet;
    private final Map<String, Object> values;
    private final Map<String, String> context;
    private final LocationFacts facts;
    private final RenderBudget budget = new RenderBudget();
    private final Set<String> printed = new HashSet<>();
    private final Set<String> truncated = new HashSet<>();
    private final Set<String> unclear;

    DraftRenderer(ActionsDefinition actions, AnswerSheet sheet, SubmissionContextInput context, LocationFacts facts) {
        this.actions = actions;
        this.sheet = sheet;
        this.values = sheet.values();
        this.unclear = new HashSet<>(sheet.unclear());
        this.context = values(context);
        this.facts = facts;
    }

    /** Names of the answers that are printed in full somewhere. */
    Set<String> writtenAnswers() {
        Set<String> written = new HashSet<>(printed);
        written.removeAll(truncated);
        return written;
    }

    /** Names of the answers that were to say yes or no, or whether the person agrees, and do not. */
    Set<String> unclearAnswers() {
        return unclear;
    }

    /** Whether texts were left out because they repeat long answers too often. */
    boolean hasLeftOut() {
        return budget.isUsedUp();
    }

    FormDraft draft() {
        FormDraft draft = new FormDraft();
        // Before the texts: their long answers must not use up what an opt-out needs.
        if (actions.dnd() != null && isRequested(actions.dnd().when())) {
            setDnd(actions.dnd(), draft);
        }
        draft.policy = actions.contact().policy();
        actions.contact()
                .fields()
                .forEach((field, text) -> ifPresent(oneLine(text), value -> draft.fields.put(field, value)));
        actions.contact().customFields().forEach((key, text) -> customField(key, text, draft));
        actions.tasks().forEach(task -> ifPresent(oneLine(task.title()), title -> draft.tasks.add(task(title, task))));
        actions.notes().forEach(note -> ifPresent(text(note.body()), body -> draft.notes.add(note(body, note))));
        draft.tags.addAll(tags(actions.tags()));
        draft.removedTags.addAll(removedTags());
        return draft;
    }

    /** Null when the form asks for none or the person did not agree. Called before {@link #draft}, like do-not-disturb. */
    ConsentInput consent() {
        return actions.consent() != null && isAgreed(actions.consent().when())
                ? new ConsentInput(actions.consent().text(), actions.consent().channels())
                : null;
    }

    private static void setDnd(DndDefinition dnd, FormDraft draft) {
        draft.dnd = dnd.channels().isEmpty();
        dnd.channels().forEach(channel -> draft.dndSettings.add(new DndSettingInput(channel, true)));
    }

    private void customField(String key, FormText text, FormDraft draft) {
        List<?> chosen = text.onlyAnswer()
                .map(values::get)
                .filter(List.class::isInstance)
                .map(List.class::cast)
                .orElse(null);
        if (chosen != null && isList(key)) {
            List<String> texts = chosen.stream().map(String::valueOf).toList();
            if (!texts.isEmpty()) {
                draft.customFields.add(new CustomFieldInput(key, null, null, texts));
                printed.addAll(text.answers());
            }
        } else {
            ifPresent(text(text), value -> draft.customFields.add(new CustomFieldInput(key, null, value, null)));
        }
    }

    private boolean isList(String key) {
        return facts.customFields().stream().anyMatch(field -> field.isList() && field.hasKey(key));
    }

    private TaskInput task(String title, TaskDefinition task) {
        String body = text(task.body());
        return new TaskInput(
                truncate(title, Texts.LINE, task.title()),
                body.isEmpty() ? null : truncate(body, NoteOverflow.MAX_BODY, task.body()),
                null,
                task.dueIn(),
                task.assignedTo(),
                false);
    }

    private NoteInput note(String body, NoteDefinition note) {
        String title = oneLine(note.title());
        return new NoteInput(
                body, title.isEmpty() ? null : truncate(title, Texts.LINE, note.title()), null, null, null);
    }

    private List<String> tags(List<FormText> texts) {
        return texts.stream()
                .map(text -> truncate(oneLine(text), Texts.TAG, text))
                .filter(tag -> !tag.isEmpty())
                .toList();
    }

    /** Prints no answers: removing a tag does not write its text anywhere. */
    private List<String> removedTags() {
        return actions.removeTags().stream()
                .map(text -> fill(text).text().replaceAll("\\s+", " "))
                .filter(tag -> !tag.isEmpty() && tag.length() <= Texts.TAG)
                .toList();
    }

    /** A known no is no request; any other text is one. */
    private boolean isRequested(FormText when) {
        if (when == null) {
            return true;
        }
        FormText.Filled filled = fill(when);
        return !filled.text().isEmpty() && !meanings(filled).equals(Set.of(YesNo.NO));
    }

    /** Only a known yes agrees. Text of the definition itself, which a condition chose, is one. */
    private boolean isAgreed(FormText when) {
        if (when == null) {
            return true;
        }
        FormText.Filled filled = fill(when);
        Set<YesNo> meanings = meanings(filled);
        boolean isClear = meanings.equals(Set.of(YesNo.YES)) || meanings.equals(Set.of(YesNo.NO));
        if (!isClear) {
            filled.answers().stream()
                    .filter(name -> sheet.meaning(name) != YesNo.YES)
                    .forEach(unclear::add);
        }
        return !filled.text().isEmpty() && meanings.equals(Set.of(YesNo.YES));
    }

    private Set<YesNo> meanings(FormText.Filled filled) {
        if (YesNo.isNo(filled.text())) {
            return Set.of(YesNo.NO);
        }
        return filled.answers().isEmpty()
                ? Set.of(YesNo.YES)
                : filled.answers().stream().map(sheet::meaning).collect(Collectors.toSet());
    }

    private String oneLine(FormText text) {
        return text(text).replaceAll("\\s+", " ");
    }

    /** Empty for null. Collapses the blank lines that untaken conditions leave. */
    private String text(FormText text) {
        FormText.Filled filled = fill(text);
        printed.addAll(filled.answers());
        return filled.text().replaceAll("\\n\\s*\\n", "\n\n").strip();
    }

    private FormText.Filled fill(FormText text) {
        return text == null
                ? FormText.Filled.EMPTY
                : text.fill(values, context, () -> facts.location().country(), budget);
    }

    /** Marks the source's answers as truncated, so that they also go to the note in full. */
    private String truncate(String text, int maxLength, FormText source) {
        if (text.length() > maxLength) {
            truncated.addAll(source.answers());
        }
        return Texts.cut(text, maxLength);
    }

    private static void ifPresent(String text, Consumer<String> action) {
        if (!text.isBlank()) {
            action.accept(text);
        }
    }

    private static Map<String, String> values(SubmissionContextInput context) {
        Map<String, String> values = new HashMap<>();
        if (context != null) {
            values.put("pageUrl", context.pageUrl());
            values.put("pageTitle", context.pageTitle());
            values.put("referrer", context.referrer());
            values.put("utmSource", context.utmSource());
            values.put("utmMedium", context.utmMedium());
            values.put("utmCampaign", context.utmCampaign());
        }
        values.replaceAll((name, text) -> text == null ? null : Texts.cut(text, Texts.CONSENT));
        return values;
    }
}
