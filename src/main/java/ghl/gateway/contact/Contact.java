package ghl.gateway.contact;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

@Description("Person known to the location. A field without a value in the CRM is null. List results of the CRM may"
        + " omit the list fields, which are then null: query `contact(id)` instead.")
public record Contact(
        @Id @NonNull @Description("ID of the contact.") String id,
        @Id @NonNull @Description("ID of the location.") String locationId,
        @Description("Full name, as displayed in the CRM.") String name,
        @Description("Given name.") String firstName,
        @Description("Family name.") String lastName,
        @Description("Primary email address.") String email,
        @Description("Primary phone number, E.164 format.") String phone,
        @Description("Company name.") String companyName,
        @Description("Street and house number.") String address1,
        @Description("City.") String city,
        @Description("State, province or region.") String state,
        @Description("Postal code.") String postalCode,
        @Description("Country, two-letter ISO 3166 code.") String country,
        @Description("Website URL.") String website,
        @Description("Time zone, IANA name.") String timezone,
        @Description("Type in the CRM, usually `lead`.") String type,
        @Description("Source, such as `public api`.") String source,
        @Id @Description("ID of the responsible CRM user.") String assignedTo,
        @Id @Description("ID of the attached business.") String businessId,
        @Description("Date of birth.") LocalDate dateOfBirth,
        @Description("Do not disturb, on all channels.") Boolean dnd,
        @Description("Time of creation in the CRM.") Instant dateAdded,
        @Description("Time of the last change in the CRM.") Instant dateUpdated,
        @Description("Marketing source of the first visit.") Attribution attribution,
        @Description("Tags, in lower case.") List<@NonNull String> tags,
        @Id @Description("IDs of the following CRM users.") List<@NonNull String> followers,
        @Description("Further email addresses, read-only.") List<@NonNull String> additionalEmails,
        @Description("Further phone numbers, read-only.") List<@NonNull String> additionalPhones,
        @Description("Do-not-disturb settings by channel.") List<@NonNull DndSetting> dndSettings,
        @Ignore List<CustomFieldValue> customFieldValues) {}
