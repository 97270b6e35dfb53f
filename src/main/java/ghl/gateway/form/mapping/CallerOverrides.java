package ghl.gateway.form.mapping;

import ghl.gateway.submission.check.TagCheck;
import ghl.gateway.submission.input.ConsentInput;
import ghl.gateway.submission.input.ContactInput;
import ghl.gateway.submission.input.ContactPolicy;
import ghl.gateway.submission.input.CustomFieldInput;
import ghl.gateway.submission.input.NoteInput;
import ghl.gateway.submission.input.RemoveInput;
import ghl.gateway.submission.input.SubmitFormInput;
import ghl.gateway.submission.input.SubmitFormInputBuilder;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Applies what a caller sends in addition to the answers. It takes precedence over the definition: field by field for the
 * contact, as a whole for each list.
 */
final class CallerOverrides {

    private final SubmitFormInput caller;

    CallerOverrides(SubmitFormInput caller) {
        this.caller = caller;
    }

    /** A tag that is both added and removed is kept. */
    private List<String> removedTags(FormDraft draft, List<String> added) {
        if (!caller.remove().tags().isEmpty()) {
            return caller.remove().tags();
        }
        return TagCheck.without(draft.removedTags, added);
    }

    SubmitFormInput apply(FormDraft draft, List<NoteInput> notes, ConsentInput consent, ContactPolicy policy) {
        List<String> tags = caller.tags().isEmpty() ? draft.tags : caller.tags();
        return SubmitFormInputBuilder.builder(caller)
                .answers(null)
                .contactPolicy(policy)
                .contact(contact(draft.contact()))
                .tasks(caller.tasks().isEmpty() ? draft.tasks : caller.tasks())
                .notes(notes)
                .tags(tags)
                .remove(new RemoveInput(
                        removedTags(draft, tags),
                        caller.remove().taskIds(),
                        caller.remove().noteIds()))
                .consent(consent)
                .build();
    }

    /** A contact that the caller matches is never created. */
    ContactPolicy policy(FormDraft draft) {
        if (caller.contactPolicy() != ContactPolicy.UPSERT) {
            return caller.contactPolicy();
        }
        return caller.match() != null ? ContactPolicy.UPDATE_ONLY : draft.policy;
    }

    List<NoteInput> notes(FormDraft draft) {
        return caller.notes().isEmpty() ? draft.notes : caller.notes();
    }

    private ContactInput contact(ContactInput drafted) {
        ContactInput own = caller.contact();
        if (own == null) {
            return drafted;
        }
        return new ContactInput(
                or(own.firstName(), drafted.firstName()),
                or(own.lastName(), drafted.lastName()),
                or(own.name(), drafted.name()),
                or(own.email(), drafted.email()),
                or(own.phone(), drafted.phone()),
                or(own.companyName(), drafted.companyName()),
                or(own.address1(), drafted.address1()),
                or(own.city(), drafted.city()),
                or(own.state(), drafted.state()),
                or(own.postalCode(), drafted.postalCode()),
                or(own.country(), drafted.country()),
                or(own.website(), drafted.website()),
                or(own.timezone(), drafted.timezone()),
                or(own.gender(), drafted.gender()),
                or(own.source(), drafted.source()),
                or(own.assignedTo(), drafted.assignedTo()),
                or(own.dateOfBirth(), drafted.dateOfBirth()),
                or(own.dnd(), drafted.dnd()),
                own.dndSettings().isEmpty() ? drafted.dndSettings() : own.dndSettings(),
                customFields(own.customFields(), drafted.customFields()));
    }

    private static List<CustomFieldInput> customFields(List<CustomFieldInput> own, List<CustomFieldInput> drafted) {
        Set<String> keys = own.stream().map(CustomFieldInput::key).collect(Collectors.toSet());
        return Stream.concat(own.stream(), drafted.stream().filter(field -> !keys.contains(field.key())))
                .toList();
    }

    private static <T> T or(T own, T drafted) {
        return own == null ? drafted : own;
    }
}
