package ghl.gateway.sandbox.contact;

import static ghl.gateway.sandbox.check.FieldRule.optional;
import static ghl.gateway.sandbox.check.FieldRule.required;

import ghl.gateway.sandbox.check.BodyRules;
import ghl.gateway.sandbox.check.Checks;
import ghl.gateway.sandbox.check.FieldRule.Check;
import java.util.List;

/**
 * The bodies of create-contact, update-contact and upsert-contact. Source: CreateContactDto, UpdateContactDto,
 * UpsertContactDto; the vendor's Contacts API.
 *
 * <p>Decided here: PUT accepts {@code companyName}, which its schema lacks, because clients send it; null is refused
 * for fields that the schema does not call nullable; an empty e-mail is invalid.
 */
final class ContactRules {

    private static final String[] NULLABLE_TEXTS = {
        "firstName", "lastName", "name", "address1", "city", "state", "website", "timezone", "companyName"
    };

    private static final BodyRules DND_SETTING = BodyRules.of(
            required("status", Checks.oneOf(List.of("active", "inactive", "permanent"))),
            optional("message", Checks.STRING),
            optional("code", Checks.STRING));

    private static final BodyRules INBOUND_DND = BodyRules.of(optional(
            "all",
            Checks.nested(BodyRules.of(
                    required("status", Checks.oneOf(List.of("active", "inactive"))),
                    optional("message", Checks.STRING)))));

    private static final Check ANYTHING = (path, value) -> List.of();

    private static final BodyRules CUSTOM_FIELD = BodyRules.of(
            optional("id", Checks.STRING),
            optional("key", Checks.STRING),
            optional("field_value", ANYTHING),
            optional("fieldValue", ANYTHING),
            optional("value", ANYTHING));

    private ContactRules() {}

    /** @param country country of national phone numbers */
    static BodyRules create(String country) {
        return common(Checks.phone(country))
                .and(required("locationId", Checks.NOT_EMPTY, Checks.STRING), optional("gender", Checks.STRING));
    }

    static BodyRules update(String country) {
        return common(Checks.phone(country))
                .and(
                        optional("source", Checks.STRING).orNull(),
                        optional("assignedTo", Checks.STRING).orNull());
    }

    /** Refuses a phone number without a country code. Reported. */
    static BodyRules upsert() {
        return common(Checks.phone(null))
                .and(
                        required("locationId", Checks.NOT_EMPTY, Checks.STRING),
                        optional("gender", Checks.STRING),
                        optional("createNewIfDuplicateAllowed", Checks.BOOLEAN));
    }

    private static BodyRules common(Check phone) {
        BodyRules rules = BodyRules.of(
                optional("email", Checks.EMAIL).orNull(),
                optional("phone", phone).orNull(),
                optional("postalCode", Checks.STRING),
                optional("source", Checks.STRING),
                optional("country", Checks.COUNTRY),
                optional("assignedTo", Checks.STRING),
                optional("dateOfBirth", Checks.BIRTH_DATE).orNull(),
                optional("dnd", Checks.BOOLEAN),
                optional("dndSettings", Checks.nested(dndSettings())),
                optional("inboundDndSettings", Checks.nested(INBOUND_DND)),
                optional("tags", Checks.STRINGS),
                optional("customFields", Checks.eachNested(CUSTOM_FIELD)));
        for (String name : NULLABLE_TEXTS) {
            rules = rules.and(optional(name, Checks.STRING).orNull());
        }
        return rules;
    }

    private static BodyRules dndSettings() {
        BodyRules channels = BodyRules.of();
        for (String channel : List.of("Call", "Email", "SMS", "WhatsApp", "GMB", "FB")) {
            channels = channels.and(optional(channel, Checks.nested(DND_SETTING)));
        }
        return channels;
    }
}
