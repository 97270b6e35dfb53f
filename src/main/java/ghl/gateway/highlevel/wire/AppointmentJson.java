package ghl.gateway.highlevel.wire;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import ghl.gateway.highlevel.wire.LenientReaders.Texts;
import java.util.List;

/** An appointment. Its times stay text, because they often have no offset. */
public record AppointmentJson(
        @JsonAlias("_id") String id,
        String contactId,
        String locationId,
        String calendarId,
        String groupId,
        String title,
        @JsonAlias("appoinmentStatus") String appointmentStatus,
        String address,
        String notes,
        String startTime,
        String endTime,
        String assignedUserId,
        @Texts List<String> users,
        String dateAdded,
        String dateUpdated) {

    public AppointmentJson {
        MalformedAnswerException.unlessId(id, "an appointment");
    }

    /** Documented as {@code events}; {@code appointments} and a bare array occur too. */
    public record Many(List<AppointmentJson> events) {

        @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
        public Many(@JsonProperty("events") @JsonAlias("appointments") List<AppointmentJson> events) {
            this.events = MalformedAnswerException.unlessPresent(events, "events");
        }

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static Many bare(List<AppointmentJson> events) {
            return new Many(events);
        }
    }
}
