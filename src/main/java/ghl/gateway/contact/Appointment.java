package ghl.gateway.contact;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

@Description("Appointment of the contact in one of the location's calendars. Read-only through this API.")
public record Appointment(
        @Id @NonNull @Description("ID of the appointment.") String id,
        @Id @Description("ID of the contact.") String contactId,
        @Id @Description("ID of the location.") String locationId,
        @Id @Description("ID of the calendar.") String calendarId,
        @Id @Description("Calendar group ID, if any.") String groupId,
        @Description("Title.") String title,

        @Description("Status, exactly as returned by the CRM: `new`, `confirmed`, `cancelled`, `showed`, `noshow` or"
                + " `invalid`.")
        String appointmentStatus,

        @Description("Meeting place, an address or a link.") String address,
        @Description("Notes on the appointment.") String notes,

        @Description("Start time, exactly as returned by the CRM. Often lacks an offset: prefer `startsAt`.")
        String startTime,

        @Description("End time, exactly as returned by the CRM. Often lacks an offset: prefer `endsAt`.")
        String endTime,

        @Description("Start time. A time without an offset is read in the location's time zone. Null when that zone is"
                + " unknown or `startTime` is not a time.")
        Instant startsAt,

        @Description("End time, read like `startsAt`.") Instant endsAt,
        @Id @Description("ID of the CRM user who hosts it.") String assignedUserId,
        @Id @Description("IDs of participating CRM users.") List<@NonNull String> users,
        @Description("Booking time, as sent by the CRM.") String dateAdded,
        @Description("Last change, as sent by the CRM.") String dateUpdated) {}
