package ghl.gateway.graph;

import ghl.gateway.access.caller.Role;
import ghl.gateway.contact.Contact;
import ghl.gateway.contact.ContactFilter;
import ghl.gateway.contact.ContactOrder;
import ghl.gateway.contact.CrmId;
import ghl.gateway.contact.InvalidInputException;
import ghl.gateway.contact.Note;
import ghl.gateway.contact.Quota;
import ghl.gateway.contact.Task;
import ghl.gateway.graph.connection.ContactConnection;
import ghl.gateway.highlevel.HighLevel;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/** The roots that read. Every one is nullable, so that the failure of one leaves its siblings alive. */
@GraphQLApi
@RolesAllowed(Role.READS)
@ApplicationScoped
public class ContactQueries {

    private static final String LOCATION =
            "One of the caller's locations; without it the only one, or the gateway's own.";

    private final CallerContext here;
    private final HighLevel highLevel;

    ContactQueries(CallerContext here, HighLevel highLevel) {
        this.here = here;
        this.highLevel = highLevel;
    }

    @Query
    @Description(
            "A contact by its id; null when the location has none. One upstream call, and one more for each nested list.")
    public Uni<Contact> contact(
            @Id @NonNull @Description("The CRM's id of the contact.") String id,
            @Id @Description(LOCATION) String locationId) {
        return highLevel.contact(here.of(locationId), crmId("id", id));
    }

    @Query
    @Description("A contact by exactly one of e-mail and phone; null when there is none. One upstream call."
            + " The CRM's index lags behind writes: right after one, ask `contact(id)`.")
    public Uni<Contact> contactBy(
            @Description("Its e-mail address.") String email,
            @Description("Its phone number, E.164.") String phone,
            @Id @Description(LOCATION) String locationId) {
        if ((email == null) == (phone == null)) {
            throw new InvalidInputException("contactBy takes exactly one of email and phone");
        }
        if (phone != null && !phone.trim().startsWith("+")) {
            throw new InvalidInputException("phone must be E.164, for example +12125550101");
        }
        return highLevel.contactByEmailOrPhone(
                here.of(locationId),
                email == null ? null : required("email", email),
                phone == null ? null : required("phone", phone));
    }

    @Query
    @Description(
            "Contacts of the location, latest first unless told otherwise. One upstream call; one"
                    + " more for the tasks of all, and one more per contact for its notes and for its appointments. The CRM's index lags behind writes by up to a minute.")
    public Uni<ContactConnection> contacts(
            @DefaultValue("20") @Description("How many, 1 to 100; null is 20.") Integer first,
            @Description("Cursor of the edge after which to go on.") String after,
            @Description("Which contacts; all without it.") ContactFilter filter,
            @Description("In which order.") ContactOrder orderBy,
            @Id @Description(LOCATION) String locationId) {
        var request = ContactListArguments.request(first, after, filter, orderBy);
        return highLevel.contacts(here.of(locationId), request).map(page -> ContactConnection.of(page, after != null));
    }

    @Query
    @Description(
            "A task of a contact; null when there is none. One upstream call, two for a caller bound to locations.")
    public Uni<Task> task(
            @Id @NonNull @Description("The contact it belongs to.") String contactId,
            @Id @NonNull @Description("The CRM's id of the task.") String id,
            @Id @Description(LOCATION) String locationId) {
        String contact = crmId("contactId", contactId);
        String task = crmId("id", id);
        return here.ofContact(locationId, contact, location -> highLevel.task(location, contact, task));
    }

    @Query
    @Description(
            "A note about a contact; null when there is none. One upstream call, two for a caller bound to locations.")
    public Uni<Note> note(
            @Id @NonNull @Description("The contact it belongs to.") String contactId,
            @Id @NonNull @Description("The CRM's id of the note.") String id,
            @Id @Description(LOCATION) String locationId) {
        String contact = crmId("contactId", contactId);
        String note = crmId("id", id);
        return here.ofContact(locationId, contact, location -> highLevel.note(location, contact, note));
    }

    @Query
    @RolesAllowed({Role.READS, Role.OPERATES})
    @Description("How many calls to the CRM the location has left. No upstream call.")
    public Uni<Quota> quota(@Id @Description(LOCATION) String locationId) {
        return Uni.createFrom().item(highLevel.quota(here.of(locationId)));
    }

    private static String crmId(String name, String value) {
        String id = required(name, value);
        if (!CrmId.isOne(id)) {
            throw new InvalidInputException(name + " " + CrmId.REFUSAL);
        }
        return id;
    }

    private static String required(String name, String value) {
        if (value.isBlank()) {
            throw new InvalidInputException(name + " must not be empty");
        }
        return ContactListArguments.line(name, value).trim();
    }
}
