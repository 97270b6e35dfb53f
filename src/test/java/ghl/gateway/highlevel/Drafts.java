package ghl.gateway.highlevel;

import ghl.gateway.contact.CustomFieldValue;
import ghl.gateway.contact.draft.ContactDraft;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Contact drafts for tests. */
final class Drafts {

    private Drafts() {}

    /** Touches the first name only. */
    static ContactDraft named(String firstName) {
        return draft(Optional.of(firstName), null, null, null, null);
    }

    /** Touches nothing at all. */
    static ContactDraft untouched() {
        return draft(null, null, null, null, null);
    }

    /** Clears what can be cleared, a custom field included. */
    static ContactDraft cleared() {
        return draft(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                List.of(new CustomFieldValue("f1", null)));
    }

    /** Sets every field. */
    static ContactDraft full() {
        return new ContactDraft(
                Optional.of("Ada"),
                Optional.of("Lovelace"),
                Optional.of("Ada Lovelace"),
                Optional.of("ada@example.com"),
                Optional.of("+15550001"),
                Optional.of("Engines Ltd"),
                Optional.of("1 Main St"),
                Optional.of("London"),
                Optional.of("LDN"),
                Optional.of("W1"),
                Optional.of("GB"),
                Optional.of("https://example.com"),
                Optional.of("Europe/London"),
                Optional.of("female"),
                Optional.of("web form"),
                Optional.of("user1"),
                Optional.of(LocalDate.of(1815, 12, 10)),
                Optional.of(false),
                Map.of("Email", "inactive"),
                Arrays.asList(
                        new CustomFieldValue("text", "slate"),
                        new CustomFieldValue("number", new BigDecimal("12.50")),
                        new CustomFieldValue("list", List.of("a", "b")),
                        new CustomFieldValue("cleared", null)));
    }

    private static ContactDraft draft(
            Optional<String> firstName,
            Optional<String> lastName,
            Optional<LocalDate> dateOfBirth,
            Map<String, String> dndSettings,
            List<CustomFieldValue> customFields) {
        return new ContactDraft(
                firstName,
                lastName,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                dateOfBirth,
                null,
                dndSettings,
                customFields);
    }
}
