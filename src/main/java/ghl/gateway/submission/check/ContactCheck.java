package ghl.gateway.submission.check;

import ghl.gateway.contact.draft.ContactDraft;
import ghl.gateway.submission.input.ContactInput;
import ghl.gateway.submission.input.ContactPolicy;
import ghl.gateway.submission.input.DndSettingInput;
import ghl.gateway.submission.receipt.UserErrorCode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/** Checks a contact's fields and normalises them to the CRM's format. */
@ApplicationScoped
class ContactCheck {

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    /** The vendor's schemas accept no null for these (Contacts API, UpdateContactDto and UpsertContactDto). */
    private static final Set<String> NEVER_CLEARED = Set.of("postalCode", "country", "gender");

    /** The vendor accepts null for these in an update only, not in a create or an upsert. */
    private static final Set<String> CLEARED_BY_UPDATE = Set.of("source", "assignedTo");

    private final EmailAddresses emailAddresses;

    ContactCheck(EmailAddresses emailAddresses) {
        this.emailAddresses = emailAddresses;
    }

    /** The draft. Invalid fields are null and reported as problems. */
    ContactDraft draft(ContactInput contact, ContactPolicy policy, LocationFacts facts, Problems problems) {
        texts(contact).forEach((field, text) -> {
            if (canBeCleared(field, policy)) {
                Texts.clearable(text, Texts.LINE, problems.at(field));
            } else {
                Texts.changeable(text, Texts.LINE, problems.at(field));
            }
        });
        Texts.rejectClearing(contact.dnd(), problems.at("dnd"));
        check(contact.timezone(), problems.at("timezone"), ContactCheck::timezone);
        check(contact.country(), problems.at("country"), ContactCheck::country);
        if (policy == ContactPolicy.UPDATE_ONLY) {
            rejectOnUpdate(contact.companyName(), problems.at("companyName"));
            rejectOnUpdate(contact.gender(), problems.at("gender"));
        }
        return new ContactDraft(
                contact.firstName(),
                contact.lastName(),
                contact.name(),
                email(contact.email(), problems.at("email")),
                phone(contact.phone(), facts, problems.at("phone")),
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
                dateOfBirth(contact.dateOfBirth(), problems.at("dateOfBirth")),
                contact.dnd(),
                dndSettings(contact, problems.at("dndSettings")),
                CustomFieldCheck.read(contact.customFields(), facts, problems.at("customFields")));
    }

    private static boolean canBeCleared(String field, ContactPolicy policy) {
        return !NEVER_CLEARED.contains(field)
                && (policy == ContactPolicy.UPDATE_ONLY || !CLEARED_BY_UPDATE.contains(field));
    }

    private static Map<String, Optional<String>> texts(ContactInput contact) {
        Map<String, Optional<String>> texts = new LinkedHashMap<>();
        texts.put("firstName", contact.firstName());
        texts.put("lastName", contact.lastName());
        texts.put("name", contact.name());
        texts.put("companyName", contact.companyName());
        texts.put("address1", contact.address1());
        texts.put("city", contact.city());
        texts.put("state", contact.state());
        texts.put("postalCode", contact.postalCode());
        texts.put("country", contact.country());
        texts.put("website", contact.website());
        texts.put("timezone", contact.timezone());
        texts.put("gender", contact.gender());
        texts.put("source", contact.source());
        texts.put("assignedTo", contact.assignedTo());
        return texts;
    }

    private Optional<String> email(Optional<String> email, Problems problems) {
        return Texts.isGiven(email) ? Optional.ofNullable(emailAddresses.read(email.get(), problems)) : email;
    }

    private static Optional<String> phone(Optional<String> phone, LocationFacts facts, Problems problems) {
        return Texts.isGiven(phone) ? Optional.ofNullable(PhoneNumbers.read(phone.get(), facts, problems)) : phone;
    }

    private static void check(Optional<String> field, Problems problems, BiConsumer<String, Problems> check) {
        if (Texts.isGiven(field) && !field.get().isBlank()) {
            check.accept(field.get(), problems);
        }
    }

    private static void timezone(String timezone, Problems problems) {
        if (!ZoneId.getAvailableZoneIds().contains(timezone)) {
            problems.add(UserErrorCode.INVALID, "is not a time zone: use an IANA name such as America/New_York");
        }
    }

    private static void country(String country, Problems problems) {
        if (!COUNTRIES.contains(country)) {
            problems.add(UserErrorCode.INVALID, "is not a country code: use two capital letters such as US");
        }
    }

    private static void rejectOnUpdate(Optional<String> field, Problems problems) {
        if (field != null) {
            problems.add(
                    UserErrorCode.CONFLICT,
                    "cannot be written with UPDATE_ONLY, because the CRM does not accept it in an update");
        }
    }

    private static Optional<LocalDate> dateOfBirth(Optional<String> date, Problems problems) {
        if (!Texts.isGiven(date)) {
            return date == null ? null : Optional.empty();
        }
        return Optional.ofNullable(DateCheck.read(date.get(), problems));
    }

    private static Map<String, String> dndSettings(ContactInput contact, Problems problems) {
        Map<String, String> settings = new LinkedHashMap<>();
        for (DndSettingInput setting : contact.dndSettings()) {
            String status = setting.active() ? "active" : "inactive";
            if (settings.put(setting.channel().key(), status) != null) {
                problems.add(UserErrorCode.CONFLICT, "has the channel " + setting.channel() + " more than once");
            }
        }
        return settings;
    }
}
