package ghl.gateway.contact;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

@Description("A meeting with the contact in one of the location's calendars. Read only here.")
public record Appointment(
        @Id @NonNull @Description("The CRM's id of the appointment.")
        String id,

        @Id @Description("The contact it is with.") String contactId,
        @Id @Description("The location it belongs to.") String locationId,
        @Id @Description("The calendar it stands in.") String calendarId,

        @Id @Description("The calendar group, when there is one.")
        String groupId,

        @Description("What it is about.") String title,

        @Description("`new`, `confirmed`, `cancelled`, `showed`, `noshow` or `invalid`, as the CRM says it.")
        String appointmentStatus,

        @Description("Where it takes place: an address or a link.")
        String address,

        @Description("Notes on the appointment.") String notes,

        @Description("Begin, exactly as the CRM wrote it: often without a time zone.")
        String startTime,

        @Description("End, exactly as the CRM wrote it: often without a time zone.")
        String endTime,

        @Description("Begin as an instant; times without an offset are read in the location's time zone. Null when"
                + " that zone is unknown or the text is no time.")
        Instant startsAt,

        @Description("End as an instant, read like `startsAt`.")
        Instant endsAt,

        @Id @Description("User of the CRM who holds it.") String assignedUserId,

        @Id @Description("Ids of the CRM users who take part.")
        List<@NonNull String> users,

        @Description("When it was booked, as the CRM wrote it.")
        String dateAdded,

        @Description("When it was last changed, as the CRM wrote it.")
        String dateUpdated) {}
