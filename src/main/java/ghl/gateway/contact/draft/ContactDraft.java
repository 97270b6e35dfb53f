package ghl.gateway.contact.draft;

import ghl.gateway.contact.CustomFieldValue;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Contact fields to write. Null leaves a field unchanged, an empty {@code Optional} clears it.
 *
 * <p>Tags are deliberately missing: the CRM's upsert and update replace the whole set (Contacts API, upsert-contact).
 *
 * @param dndSettings status by channel as spelled by the vendor, for example {@code Email} to {@code inactive}
 */
@RecordBuilder
public record ContactDraft(
        Optional<String> firstName,
        Optional<String> lastName,
        Optional<String> name,
        Optional<String> email,
        Optional<String> phone,
        Optional<String> companyName,
        Optional<String> address1,
        Optional<String> city,
        Optional<String> state,
        Optional<String> postalCode,
        Optional<String> country,
        Optional<String> website,
        Optional<String> timezone,
        Optional<String> gender,
        Optional<String> source,
        Optional<String> assignedTo,
        Optional<LocalDate> dateOfBirth,
        Optional<Boolean> dnd,
        Map<String, String> dndSettings,
        List<CustomFieldValue> customFields) {

    /** Changes nothing. */
    public static final ContactDraft UNTOUCHED = new ContactDraft(
            null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
            Map.of(), List.of());

    public boolean changesNothing() {
        return equals(UNTOUCHED);
    }
}
