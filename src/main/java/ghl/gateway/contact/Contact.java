package ghl.gateway.contact;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

@Description("A person, or a company's person, whom the location knows. A field that the CRM does not hold is null.")
public record Contact(
        @Id @NonNull @Description("The CRM's id of the contact.")
        String id,

        @Id @NonNull @Description("The location (sub-account) that owns the contact.")
        String locationId,

        @Description("Full name as the CRM shows it.") String name,
        @Description("Given name.") String firstName,
        @Description("Family name.") String lastName,
        @Description("Primary e-mail address.") String email,

        @Description("Primary phone number, E.164 as the CRM stores it.")
        String phone,

        @Description("Company the person belongs to, as text.")
        String companyName,

        @Description("Street and house number.") String address1,
        @Description("City.") String city,
        @Description("State, province or region.") String state,
        @Description("Postal code.") String postalCode,
        @Description("Country, two-letter ISO 3166 code.") String country,
        @Description("Website address.") String website,
        @Description("Time zone of the person, IANA name.") String timezone,

        @Description("What the CRM takes the contact for; `lead` in practice.")
        String type,

        @Description("Where the contact came from, as text, for example `public api`.")
        String source,

        @Id @Description("User of the CRM who looks after the contact.")
        String assignedTo,

        @Id @Description("Business record that the contact is attached to.")
        String businessId,

        @Description("Date of birth, without a time.") LocalDate dateOfBirth,

        @Description("Do not disturb: true when the person wants no messages on any channel.")
        Boolean dnd,

        @Description("When the contact was added to the CRM.")
        Instant dateAdded,

        @Description("When the contact was last changed in the CRM.")
        Instant dateUpdated,

        @Description("Where the contact was first seen, when the CRM knows.")
        Attribution attribution,

        @Description(
                "Tags, lower-case as the CRM stores them. Null when this search row does not say: ask `contact(id)`.")
        List<@NonNull String> tags,

        @Id @Description("Ids of the CRM users who follow the contact. Null when this row does not say.")
        List<@NonNull String> followers,

        @Description(
                "Further e-mail addresses; they cannot be written through the API. Null when this row does not say.")
        List<@NonNull String> additionalEmails,

        @Description("Further phone numbers; they cannot be written through the API. Null when this row does not say.")
        List<@NonNull String> additionalPhones,

        @Description("Do not disturb, channel by channel. Null when this row does not say.")
        List<@NonNull DndSetting> dndSettings,

        @Ignore List<CustomFieldValue> customFieldValues) {}
