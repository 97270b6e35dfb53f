package ghl.gateway.submission.step;

import ghl.gateway.contact.Contact;
import ghl.gateway.contact.draft.ContactDraft;
import ghl.gateway.contact.draft.ContactDraftBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a step did, or may have done.
 *
 * @param answer the CRM's; null if it is not known
 */
public record StepEffect(Step step, CrmAnswer answer) {

    private static final Set<String> IDENTIFIERS = Set.of("email", "phone");

    /** What it sets. A name comes with its parts, and a part with the name, as far as the CRM's answer shows them. */
    SetValues values() {
        SetValues sent = SetValues.of(step);
        Map<String, String> all = new HashMap<>(sent.byName());
        if (answered() != null) {
            SetValues.alongWith(sent.byName().keySet())
                    .forEach(name ->
                            all.putIfAbsent(name, SetValues.of(answered()).value(name)));
        }
        return new SetValues(all);
    }

    /** Whether the CRM has what this step set: the value as it was sent, or as the CRM answered it. */
    boolean isIn(SetValues crm, String name) {
        return !crm.differs(name, values()) || answered() != null && !crm.differs(name, SetValues.of(answered()));
    }

    /** A step that sets only these of its values. */
    Step limitedTo(Set<String> names) {
        if (step instanceof Step.UpsertContact upsert) {
            return new Step.UpsertContact(limited(upsert.draft(), names, true));
        }
        if (step instanceof Step.UpdateContact update) {
            return new Step.UpdateContact(limited(update.draft(), names, false));
        }
        if (step instanceof Step.AddTags add) {
            return new Step.AddTags(limited(add.tags(), names));
        }
        if (step instanceof Step.RemoveTags remove) {
            return new Step.RemoveTags(limited(remove.tags(), names));
        }
        return step;
    }

    private Contact answered() {
        return answer == null ? null : answer.contact();
    }

    /** @param findsContact whether the identifiers are needed in any case */
    private static ContactDraft limited(ContactDraft draft, Set<String> names, boolean findsContact) {
        ContactDraftBuilder limited = ContactDraftBuilder.builder(ContactDraft.UNTOUCHED);
        ContactField.ALL.stream()
                .filter(field -> names.contains(field.name())
                        || SetValues.alongWith(names).contains(field.name())
                        || findsContact && IDENTIFIERS.contains(field.name()))
                .forEach(field -> field.copy(draft, limited));
        Map<String, String> dnd = new HashMap<>(draft.dndSettings());
        dnd.keySet().removeIf(channel -> !names.contains(SetValues.dnd(channel)));
        return limited.dndSettings(dnd)
                .customFields(draft.customFields().stream()
                        .filter(field -> names.contains(SetValues.custom(field)))
                        .toList())
                .build();
    }

    private static List<String> limited(List<String> tags, Set<String> names) {
        return tags.stream().filter(tag -> names.contains(SetValues.tag(tag))).toList();
    }
}
