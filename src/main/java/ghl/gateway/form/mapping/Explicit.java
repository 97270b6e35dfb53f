package ghl.gateway.form.mapping;

import ghl.gateway.submission.input.ConsentInput;
import ghl.gateway.submission.input.ContactInput;
import ghl.gateway.submission.input.ContactPolicy;
import ghl.gateway.submission.input.CustomFieldInput;
import ghl.gateway.submission.input.NoteInput;
import ghl.gateway.submission.input.RemoveInput;
import ghl.gateway.submission.input.SubmitFormInput;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a caller says beside the answers goes before what the definition makes: of the contact field by field, of each list
 * as a whole.
 */
final class Explicit {

    private final SubmitFormInput said;

    Explicit(SubmitFormInput said) {
        this.said = said;
    }

    /** @param notes of the definition, used where the caller gives none */
    SubmitFormInput over(Draft draft, List<NoteInput> notes, ConsentInput consent, ContactPolicy policy) {
        return new SubmitFormInput(
                said.form(),
                null,
                said.locationId(),
                said.match(),
                policy,
                over(draft.contact()),
                said.tasks().isEmpty() ? draft.tasks : said.tasks(),
                notes,
                said.tags().isEmpty() ? draft.tags : said.tags(),
                said.updateTasks(),
                said.updateNotes(),
                new RemoveInput(
                        said.remove().tags().isEmpty()
                                ? draft.tagsOff
                                : said.remove().tags(),
                        said.remove().taskIds(),
                        said.remove().noteIds()),
                said.deleteContactId(),
                said.context(),
                consent,
                said.idempotencyKey(),
                said.waitAtMost(),
                said.dryRun());
    }

    /** Whom the caller matches is not created. */
    ContactPolicy policy(Draft draft) {
        if (said.contactPolicy() != ContactPolicy.UPSERT) {
            return said.contactPolicy();
        }
        return said.match() != null ? ContactPolicy.UPDATE_ONLY : draft.policy;
    }

    List<NoteInput> notes(Draft draft) {
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
