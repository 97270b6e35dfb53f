package ghl.gateway.submission.input;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@RecordBuilder
// A missing field must stay null: an empty Optional would clear it.
@RecordBuilder.Options(inheritComponentAnnotations = false, emptyDefaultForOptional = false)
@Input("ContactInput")
@Description("Contact fields to write. Omit a field to leave it unchanged, send null to clear it; empty strings are"
        + " rejected. Tags are not part of the contact: see `tags` and `remove`.")
public record ContactInput(
        @Description("Given name.") Optional<String> firstName,
        @Description("Family name.") Optional<String> lastName,
        @Description("Full name, when not known in parts.") Optional<String> name,
        @Description("Primary email address.") Optional<String> email,

        @Description("Primary phone number. A national number is read in the location's country and stored as E.164.")
        Optional<String> phone,

        @Description("Company name. Not allowed with `UPDATE_ONLY`, because the CRM's update does not accept it.")
        Optional<String> companyName,

        @Description("Street and house number.") Optional<String> address1,
        @Description("City.") Optional<String> city,
        @Description("State, province or region.") Optional<String> state,
        @Description("Postal code. Cannot be cleared.") Optional<String> postalCode,

        @Description("Country as a two-letter ISO 3166 code, in capitals. Cannot be cleared.")
        Optional<String> country,

        @Description("Website URL.") Optional<String> website,
        @Description("Time zone, IANA name.") Optional<String> timezone,

        @Description("Gender. The CRM sets it on creation only and ignores it for an existing contact. Cannot be"
                + " cleared. Not allowed with `UPDATE_ONLY`.")
        Optional<String> gender,

        @Description("Source of the contact as free text. Can be cleared with `UPDATE_ONLY` only.")
        Optional<String> source,

        @Id @Description("ID of the CRM user responsible for the contact. Can be cleared with `UPDATE_ONLY` only.")
        Optional<String> assignedTo,

        @Description("Date of birth, `YYYY-MM-DD`.") Optional<String> dateOfBirth,

        @Description("Do not disturb, on all channels. Cannot be cleared: send false.")
        Optional<Boolean> dnd,

        @Description("Do-not-disturb settings by channel. Channels left out stay unchanged.")
        List<@NonNull DndSettingInput> dndSettings,

        @Description("Custom field values, at most 200. Fields left out stay unchanged.")
        List<@NonNull CustomFieldInput> customFields)
        implements ContactInputBuilder.With {

    public static final ContactInput EMPTY = ContactInputBuilder.builder().build();

    public ContactInput {
        dndSettings = Lists.orEmpty(dndSettings);
        customFields = Lists.orEmpty(customFields);
    }
}
