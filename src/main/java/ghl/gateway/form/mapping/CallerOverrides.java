package ghl.gateway.form.mapping;

import ghl.gateway.submission.input.ConsentInput;
import ghl.gateway.submission.input.ContactInput;
import ghl.gateway.submission.input.ContactPolicy;
import ghl.gateway.submission.input.CustomFieldInput;
import ghl.gateway.submission.input.NoteInput;
import ghl.gateway.submission.input.RemoveInput;
import ghl.gateway.submission.input.SubmitFormInput;
import ghl.gateway.submission.input.SubmitFormInputBuilder;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a caller says beside the answers goes before what the definition makes: of the contact field by field, of each list
 * as a whole.
 */
final class CallerOverrides {

    private final SubmitFormInput said;

    CallerOverrides(SubmitFormInput said) {
        this.said = said;
    }

    /** What is added is not taken off: that a definition says both for some answers is no reason to lose them. */
    private List<String> tagsOff(FormDraft draft, List<String> added) {
        if (!said.remove().tags().isEmpty()) {
            return said.remove().tags();
        }
        return draft.tagsOff.stream()
                .filter(tag -> added.stream().noneMatch(tag::equalsIgnoreCase))
                .toList();
    }

    /** @param notes of the definition, used where the caller gives none */
    SubmitFormInput over(FormDraft draft, List<NoteInput> notes, ConsentInput consent, ContactPolicy policy) {
        List<String> tags = said.tags().isEmpty() ? draft.tags : said.tags();
        return SubmitFormInputBuilder.builder(said)
                .answers(null)
                .contactPolicy(policy)
                .contact(over(draft.contact()))
                .tasks(said.tasks().isEmpty() ? draft.tasks : said.tasks())
                .notes(notes)
                .tags(tags)
                .remove(new RemoveInput(
                        tagsOff(draft, tags),
                        said.remove().taskIds(),
                        said.remove().noteIds()))
                .consent(consent)
                .build();
    }

    /** Whom the caller matches is not created. */
    ContactPolicy policy(FormDraft draft) {
        if (said.contactPolicy() != ContactPolicy.UPSERT) {
            return said.contactPolicy();
        }
        return said.match() != null ? ContactPolicy.UPDATE_ONLY : draft.policy;
    }

    List<NoteInput> notes(FormDraft draft) {
        return said.notes().isEmpty() ? draft.notes : said.notes();
    }

    private ContactInput over(ContactInput drawn) {
        ContactInput own = said.contact();
        if (own == null) {
            return drawn;
        }
        return new ContactInput(
                or(own.firstName(), drawn.firstName()),
                or(own.lastName(), drawn.lastName()),
                or(own.name(), drawn.name()),
                or(own.email(), drawn.email()),
                or(own.phone(), drawn.phone()),
                or(own.companyName(), drawn.companyName()),
                or(own.address1(), drawn.address1()),
                or(own.city(), drawn.city()),
                or(own.state(), drawn.state()),
                or(own.postalCode(), drawn.postalCode()),
                or(own.country(), drawn.country()),
                or(own.website(), drawn.website()),
                or(own.timezone(), drawn.timezone()),
                or(own.gender(), drawn.gender()),
                or(own.source(), drawn.source()),
                or(own.assignedTo(), drawn.assignedTo()),
                or(own.dateOfBirth(), drawn.dateOfBirth()),
                or(own.dnd(), drawn.dnd()),
                own.dndSettings().isEmpty() ? drawn.dndSettings() : own.dndSettings(),
                customFields(own.customFields(), drawn.customFields()));
    }

    private static List<CustomFieldInput> customFields(List<CustomFieldInput> own, List<CustomFieldInput> drawn) {
        return Stream.concat(own.stream(), drawn.stream().filter(field -> own.stream()
                        .noneMatch(mine -> field.key().equals(mine.key()))))
                .toList();
    }

    private static <T> T or(T own, T drawn) {
        return own == null ? drawn : own;
    }
}
