package ghl.gateway.submission.input;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@RecordBuilder
// What is not given is null: an empty Optional would clear the field.
@RecordBuilder.Options(inheritComponentAnnotations = false, emptyDefaultForOptional = false)
@Input("ContactInput")
@Description("The contact as it shall be. A field left out stays as it is, null clears it, an empty text is refused."
        + " Tags are not here: they are only ever added or removed.")
public record ContactInput(
        @Description("Given name.") Optional<String> firstName,
        @Description("Family name.") Optional<String> lastName,

        @Description("Full name, where given and family name are not known apart.")
        Optional<String> name,

        @Description("Primary e-mail address.") Optional<String> email,

        @Description("Primary phone number; a national one is read in the location's country and stored as E.164.")
        Optional<String> phone,

        @Description("Company the person belongs to. Not with UPDATE_ONLY: the CRM takes it on create and upsert only.")
        Optional<String> companyName,

        @Description("Street and house number.") Optional<String> address1,
        @Description("City.") Optional<String> city,
        @Description("State, province or region.") Optional<String> state,

        @Description("Postal code; the CRM lets nobody clear it.")
        Optional<String> postalCode,

        @Description("Country, two-letter ISO 3166 code; the CRM lets nobody clear it.")
        Optional<String> country,

        @Description("Website address.") Optional<String> website,
        @Description("Time zone of the person, IANA name.") Optional<String> timezone,

        @Description(
                "Gender. Not with UPDATE_ONLY: the CRM takes it on create only and ignores it on an upsert of a known contact.")
        Optional<String> gender,

        @Description("Where the contact came from, as text; cleared with UPDATE_ONLY only.")
        Optional<String> source,

        @Id @Description("User of the CRM who shall look after the contact; cleared with UPDATE_ONLY only.")
        Optional<String> assignedTo,

        @Description("Date of birth, `YYYY-MM-DD`.") Optional<String> dateOfBirth,
        @Description("Do not disturb, on every channel.") Optional<Boolean> dnd,

        @Description("Do not disturb, channel by channel; channels left out stay as they are.")
        List<@NonNull DndSettingInput> dndSettings,

        @Description("Values of custom fields; fields left out stay as they are.")
        List<@NonNull CustomFieldInput> customFields) {

    /** Nothing is said of the contact. */
    public static final ContactInput EMPTY = ContactInputBuilder.builder().build();

    public ContactInput {
        dndSettings = Lists.orEmpty(dndSettings);
        customFields = Lists.orEmpty(customFields);
    }

    /** The same with another source. */
    public ContactInput source(Optional<String> value) {
        return ContactInputBuilder.builder(this).source(value).build();
    }

    /** The same with other settings of do-not-disturb. */
    public ContactInput dndSettings(List<DndSettingInput> value) {
        return ContactInputBuilder.builder(this).dndSettings(value).build();
    }
}
