package ghl.gateway.submission.check;

import ghl.gateway.contact.draft.ContactDraft;
import ghl.gateway.submission.input.ContactInput;
import ghl.gateway.submission.input.ContactPolicy;
import ghl.gateway.submission.input.DndSettingInput;
import ghl.gateway.submission.receipt.UserErrorCode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Checks a contact's fields and normalises them to the CRM's format. */
@ApplicationScoped
class ContactCheck {

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    /** The vendor's schemas accept no null for these (Contacts API, UpdateContactDto and UpsertContactDto). */
    private static final Set<String> NEVER_CLEARED = Set.of("postalCode", "country", "gender");

    /** The vendor accepts null for these in an update only, not in a create or an upsert. */
    private static final Set<String> CLEARED_BY_UPDATE = Set.of("source", "assignedTo");

    private final IdentifierCheck identifiers;

    ContactCheck(IdentifierCheck identifiers) {
        this.identifiers = identifiers;
    }

    /** The draft. Invalid fields are null and reported as problems. */
    ContactDraft draft(ContactInput contact, ContactPolicy policy, LocationFacts facts, Problems problems) {
        line("firstName", contact.firstName(), policy, problems);
        line("lastName", contact.lastName(), policy, problems);
        line("name", contact.name(), policy, problems);
        line("companyName", contact.companyName(), policy, problems);
        line("address1", contact.address1(), policy, problems);
        line("city", contact.city(), policy, problems);
        line("state", contact.state(), policy, problems);
        line("postalCode", contact.postalCode(), policy, problems);
        line("country", contact.country(), policy, problems);
        line("website", contact.website(), policy, problems);
        line("timezone", contact.timezone(), policy, problems);
        line("gender", contact.gender(), policy, problems);
        line("source", contact.source(), policy, problems);
        line("assignedTo", contact.assignedTo(), policy, problems);
        Texts.rejectClearing(contact.dnd(), problems.at("dnd"));
        oneOf(
                ZoneId.getAvailableZoneIds(),
                contact.timezone(),
                "is not a time zone: use an IANA name such as America/New_York",
                problems.at("timezone"));
        oneOf(
                COUNTRIES,
                contact.country(),
                "is not a country code: use two capital letters such as US",
                problems.at("country"));
        if (policy == ContactPolicy.UPDATE_ONLY) {
            rejectOnUpdate(contact.companyName(), problems.at("companyName"));
            rejectOnUpdate(contact.gender(), problems.at("gender"));
        }
        return new ContactDraft(
                contact.firstName(),
                contact.lastName(),
                contact.name(),
                read(contact.email(), email -> identifiers.email(email, problems.at("email"))),
                read(contact.phone(), phone -> identifiers.phone(phone, facts, problems.at("phone"))),
                contact.companyName(),
                contact.address1(),
                contact.city(),
                contact.state(),
                contact.postalCode(),
                contact.country(),
                contact.website(),
                contact.timezone(),
                contact.gender(),
                contact.source(),
                contact.assignedTo(),
                read(contact.dateOfBirth(), date -> Texts.date(date, problems.at("dateOfBirth"))),
                contact.dnd(),
                dndSettings(contact, problems.at("dndSettings")),
                CustomFieldCheck.read(contact.customFields(), facts, problems.at("customFields")));
    }

    private static void line(String field, Optional<String> text, ContactPolicy policy, Problems problems) {
        boolean canBeCleared = !NEVER_CLEARED.contains(field)
                && (policy == ContactPolicy.UPDATE_ONLY || !CLEARED_BY_UPDATE.contains(field));
        if (canBeCleared) {
            Texts.clearable(text, Texts.LINE, problems.at(field));
        } else {
            Texts.changeable(text, Texts.LINE, problems.at(field));
        }
    }

    /** Keeps an absent field null. */
    private static <T> Optional<T> read(Optional<String> field, Function<String, T> reader) {
        return field == null ? null : field.map(reader);
    }

    private static void oneOf(Set<String> values, Optional<String> field, String message, Problems problems) {
        if (Texts.isGiven(field) && !field.get().isBlank() && !values.contains(field.get())) {
            problems.add(UserErrorCode.INVALID, message);
        }
    }

    private static void rejectOnUpdate(Optional<String> field, Problems problems) {
        if (field != null) {
            problems.add(
                    UserErrorCode.CONFLICT,
                    "cannot be written with UPDATE_ONLY, because the CRM does not accept it in an update");
        }
    }

    private static Map<String, String> dndSettings(ContactInput contact, Problems problems) {
        Map<String, String> settings = new LinkedHashMap<>();
        for (DndSettingInput setting : contact.dndSettings()) {
            String status = setting.active() ? "active" : "inactive";
            if (settings.put(setting.channel().key(), status) != null) {
                problems.add(UserErrorCode.CONFLICT, "has the channel " + setting.channel() + " more than once");
                break;
            }
        }
        return settings;
    }
}
