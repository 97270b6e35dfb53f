package ghl.gateway.highlevel.wire;

import ghl.gateway.contact.Appointment;
import ghl.gateway.contact.Attribution;
import ghl.gateway.contact.Contact;
import ghl.gateway.contact.CustomFieldDefinition;
import ghl.gateway.contact.CustomFieldValue;
import ghl.gateway.contact.DndSetting;
import ghl.gateway.contact.Location;
import ghl.gateway.contact.Note;
import ghl.gateway.contact.Task;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Maps the vendor's records to the gateway's. */
public final class WireMapper {

    private WireMapper() {}

    /** A contact read by id. Such answers leave out unset fields, so a missing list is empty. */
    public static Contact wholeContact(ContactJson json, String locationId) {
        return contact(json, locationId, List.of());
    }

    /** A contact in a list, a search or the answer to a write. A missing list is unknown (null). */
    public static Contact partialContact(ContactJson json, String locationId) {
        return contact(json, locationId, null);
    }

    public static Task task(TaskJson json, String contactId) {
        return new Task(
                json.id(),
                first(json.contactId(), contactId),
                json.title(),
                json.body(),
                json.dueDate(),
                json.completed(),
                json.assignedTo());
    }

    public static Note note(NoteJson json, String contactId) {
        return new Note(
                json.id(),
                first(json.contactId(), contactId),
                json.body(),
                json.title(),
                json.color(),
                json.pinned(),
                json.userId(),
                json.dateAdded());
    }

    /** Whether one of its times needs the location's time zone to be an instant. */
    public static boolean needsZone(AppointmentJson json) {
        return Stream.of(json.startTime(), json.endTime())
                .filter(Objects::nonNull)
                .anyMatch(time -> Times.instantIn(null, time) == null);
    }

    /** @param zone the location's; null when unknown */
    public static Appointment appointment(AppointmentJson json, String contactId, ZoneId zone) {
        return new Appointment(
                json.id(),
                first(json.contactId(), contactId),
                json.locationId(),
                json.calendarId(),
                json.groupId(),
                json.title(),
                json.appointmentStatus(),
                json.address(),
                json.notes(),
                json.startTime(),
                json.endTime(),
                Times.instantIn(zone, json.startTime()),
                Times.instantIn(zone, json.endTime()),
                json.assignedUserId(),
                json.users(),
                json.dateAdded(),
                json.dateUpdated());
    }

    public static Location location(LocationJson json, String locationId) {
        return new Location(
                first(json.id(), locationId),
                json.name(),
                zone(json.timezone()),
                json.country(),
                json.settings() == null ? null : json.settings().allowDuplicateContact());
    }

    public static CustomFieldDefinition customFieldDefinition(CustomFieldDefinitionJson json) {
        return new CustomFieldDefinition(
                json.id(),
                json.fieldKey() == null ? null : json.fieldKey().replaceFirst("^contact\\.", ""),
                json.name(),
                json.dataType(),
                or(json.picklistOptions(), List.of()));
    }

    /** Some lists have all names in lower case, with the original first and last name beside them. */
    private static String name(ContactJson json) {
        if (json.firstNameRaw() == null && json.lastNameRaw() == null) {
            return first(json.name(), json.contactName());
        }
        return Stream.of(json.firstNameRaw(), json.lastNameRaw())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
    }

    private static Contact contact(ContactJson json, String locationId, List<?> whenMissing) {
        return new Contact(
                json.id(),
                first(json.locationId(), locationId),
                name(json),
                first(json.firstNameRaw(), json.firstName()),
                first(json.lastNameRaw(), json.lastName()),
                json.email(),
                json.phone(),
                first(json.companyName(), json.businessName()),
                first(json.address1(), json.address()),
                json.city(),
                json.state(),
                json.postalCode(),
                json.country(),
                json.website(),
                json.timezone(),
                json.type(),
                json.source(),
                json.assignedTo(),
                json.businessId(),
                json.dateOfBirth(),
                json.dnd(),
                json.dateAdded(),
                json.dateUpdated(),
                attribution(json),
                or(json.tags(), whenMissing),
                or(json.followers(), whenMissing),
                or(json.additionalEmails(), whenMissing),
                or(json.additionalPhones(), whenMissing),
                or(dndSettings(json.dndSettings()), whenMissing),
                or(customFields(json.customFields()), whenMissing));
    }

    private static Attribution attribution(ContactJson json) {
        return Stream.concat(
                        Stream.ofNullable(json.attributionSource()),
                        Stream.ofNullable(json.attributions()).flatMap(List::stream))
                .findFirst()
                .map(first -> new Attribution(
                        first.sessionSource(),
                        first.medium(),
                        first.mediumId(),
                        first.url(),
                        first.referrer(),
                        first.campaign(),
                        first.utmSource(),
                        first.utmMedium()))
                .orElse(null);
    }

    private static List<DndSetting> dndSettings(Map<String, ContactJson.DndJson> byChannel) {
        if (byChannel == null) {
            return null;
        }
        return byChannel.entrySet().stream()
                .filter(setting ->
                        setting.getValue() != null && setting.getValue().status() != null)
                .map(setting -> new DndSetting(
                        setting.getKey(),
                        setting.getValue().status(),
                        setting.getValue().message(),
                        setting.getValue().code()))
                .toList();
    }

    private static List<CustomFieldValue> customFields(List<ContactJson.CustomFieldJson> fields) {
        if (fields == null) {
            return null;
        }
        return fields.stream()
                .filter(field -> field != null && field.id() != null)
                .map(field -> new CustomFieldValue(field.id(), CustomFieldTexts.value(field.value())))
                .toList();
    }

    private static ZoneId zone(String name) {
        try {
            return name == null ? null : ZoneId.of(name);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static String first(String value, String fallback) {
        return value != null ? value : fallback;
    }

    @SuppressWarnings("unchecked")
    private static <T> List<T> or(List<T> list, List<?> whenMissing) {
        return list != null ? list : (List<T>) whenMissing;
    }
}
