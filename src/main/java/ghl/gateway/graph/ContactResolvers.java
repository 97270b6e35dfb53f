package ghl.gateway.graph;

import ghl.gateway.access.caller.Role;
import ghl.gateway.contact.Appointment;
import ghl.gateway.contact.Contact;
import ghl.gateway.contact.ContactFilter;
import ghl.gateway.contact.ContactOrder;
import ghl.gateway.contact.CustomField;
import ghl.gateway.contact.InvalidInputException;
import ghl.gateway.contact.Note;
import ghl.gateway.contact.Quota;
import ghl.gateway.contact.Task;
import ghl.gateway.graph.connection.ContactConnection;
import ghl.gateway.highlevel.HighLevel;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;

/**
 * Queries that read from the CRM, and contact fields that cost upstream calls of their own. All are nullable, so that a
 * failure nulls one field and not its parent. The fields are resolved per contact instead of batched, so that one
 * contact's failure does not affect the others.
 */
@GraphQLApi
@RolesAllowed(Role.READS)
@ApplicationScoped
public class ContactResolvers {

    private static final String LOCATION = "Location, by ID or by name. Defaults to the caller's only location or the"
            + " gateway's default location.";

    private final CallerContext context;
    private final HighLevel highLevel;

    ContactResolvers(CallerContext context, HighLevel highLevel) {
        this.context = context;
        this.highLevel = highLevel;
    }

    @Query
    @Description("Contact with the given ID, or null when the location has none. Costs one upstream call, plus one for"
            + " each nested list.")
    public Uni<Contact> contact(
            @Id @NonNull @Description("ID of the contact in the CRM.") String id,
            @Id @Description(LOCATION) String locationId) {
        return highLevel.contact(context.locationId(locationId), crmId("id", id));
    }

    @Query
    @Description("Contact with the given email or phone, or null when none exists. Set exactly one of the two. Costs"
            + " one upstream call. The CRM's search index lags behind writes: right after a write, query"
            + " `contact(id)`.")
    public Uni<Contact> contactBy(
            @Description("Email address.") String email,
            @Description("Phone number in E.164 format.") String phone,
            @Id @Description(LOCATION) String locationId) {
        if ((email == null) == (phone == null)) {
            throw new InvalidInputException("contactBy requires exactly one of email and phone");
        }
        if (phone != null && !phone.trim().startsWith("+")) {
            throw new InvalidInputException("phone must be in E.164 format, for example +12125550101");
        }
        return highLevel.contactByEmailOrPhone(
                context.locationId(locationId),
                email == null ? null : required("email", email),
                phone == null ? null : required("phone", phone));
    }

    @Query
    @Description("Contacts of the location, latest first by default. Costs one upstream call for the page, one more for"
            + " the tasks of all its contacts, and one more per contact for each of its notes and appointments. The"
            + " CRM's search index lags behind writes by up to a minute.")
    public Uni<ContactConnection> contacts(
            @DefaultValue("20") @Description("Page size, 1 to 100. Null means 20.") Integer first,
            @Description("Cursor of the edge to continue after. Omit it for the first page.") String after,
            @Description("Filter. Omit it to return all contacts.") ContactFilter filter,
            @Description("Sort order. Omit it for latest first.") ContactOrder orderBy,
            @Id @Description(LOCATION) String locationId) {
        var request = ListArguments.request(first, after, filter, orderBy);
        return highLevel
                .contacts(context.locationId(locationId), request)
                .map(page -> ContactConnection.of(page, after != null));
    }

    @Query
    @Description("Task with the given ID, or null when the contact has none. Costs one upstream call, or two for a"
            + " caller restricted to some locations.")
    public Uni<Task> task(
            @Id @NonNull @Description("ID of the contact that the task belongs to.") String contactId,
            @Id @NonNull @Description("ID of the task in the CRM.") String id,
            @Id @Description(LOCATION) String locationId) {
        String contact = crmId("contactId", contactId);
        String task = crmId("id", id);
        return context.readOfContact(locationId, contact, location -> highLevel.task(location, contact, task));
    }

    @Query
    @Description("Note with the given ID, or null when the contact has none. Costs one upstream call, or two for a"
            + " caller restricted to some locations.")
    public Uni<Note> note(
            @Id @NonNull @Description("ID of the contact that the note belongs to.") String contactId,
            @Id @NonNull @Description("ID of the note in the CRM.") String id,
            @Id @Description(LOCATION) String locationId) {
        String contact = crmId("contactId", contactId);
        String note = crmId("id", id);
        return context.readOfContact(locationId, contact, location -> highLevel.note(location, contact, note));
    }

    @Query
    @RolesAllowed({Role.READS, Role.OPERATES})
    @Description("Remaining API calls of the location. Costs no upstream call.")
    public Uni<Quota> quota(@Id @Description(LOCATION) String locationId) {
        return Uni.createFrom().item(highLevel.quota(context.locationId(locationId)));
    }

    @Description("All tasks of the contact that the CRM returns. Costs one upstream call, shared by the contacts of a"
            + " list.")
    public Uni<List<@NonNull Task>> tasks(
            @Source Contact contact,
            @Description("True for completed tasks only, false for open tasks only. Omit it to return all tasks.")
                    Boolean completed) {
        Uni<List<Task>> all = highLevel.tasks(contact.locationId(), contact.id());
        return completed == null
                ? all
                : all.map(tasks -> tasks.stream()
                        .filter(task -> completed.equals(task.completed()))
                        .toList());
    }

    @Description("All notes about the contact that the CRM returns. Costs one upstream call per contact.")
    public Uni<List<@NonNull Note>> notes(@Source Contact contact) {
        return highLevel.notes(contact.locationId(), contact.id());
    }

    @Description("All appointments of the contact that the CRM returns. Costs one upstream call per contact.")
    public Uni<List<@NonNull Appointment>> appointments(@Source Contact contact) {
        return highLevel.appointments(contact.locationId(), contact.id());
    }

    @Description("Custom fields with a value. Null when the CRM omits them from a list result: query `contact(id)`"
            + " instead. The field definitions cost one upstream call per location every few minutes.")
    public Uni<List<@NonNull CustomField>> customFields(@Source Contact contact) {
        return highLevel.customFields(contact);
    }

    private static String crmId(String name, String value) {
        return ListArguments.crmId(name, required(name, value));
    }

    private static String required(String name, String value) {
        if (value.isBlank()) {
            throw new InvalidInputException(name + " must not be empty");
        }
        return ListArguments.line(name, value).trim();
    }
}
