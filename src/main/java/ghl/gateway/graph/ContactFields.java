package ghl.gateway.graph;

import ghl.gateway.access.caller.Role;
import ghl.gateway.contact.Appointment;
import ghl.gateway.contact.Contact;
import ghl.gateway.contact.CustomField;
import ghl.gateway.contact.Note;
import ghl.gateway.contact.Task;
import ghl.gateway.highlevel.HighLevel;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;

/**
 * The fields of a contact that cost upstream calls of their own. Nullable, so that a failed one nulls one list and never
 * the contact; per contact and not batched, so that one contact's failure stays its own.
 */
@GraphQLApi
@RolesAllowed(Role.READS)
@ApplicationScoped
public class ContactFields {

    private final HighLevel highLevel;

    ContactFields(HighLevel highLevel) {
        this.highLevel = highLevel;
    }

    @Description("Tasks of the contact, all that the CRM gives. One upstream call, shared by the contacts of a list.")
    public Uni<List<@NonNull Task>> tasks(
            @Source Contact contact, @Description("Only done ones, or only open ones.") Boolean completed) {
        Uni<List<Task>> all = highLevel.tasks(contact.locationId(), contact.id());
        return completed == null
                ? all
                : all.map(tasks -> tasks.stream()
                        .filter(task -> completed.equals(task.completed()))
                        .toList());
    }

    @Description("Notes about the contact, all that the CRM gives. One upstream call.")
    public Uni<List<@NonNull Note>> notes(@Source Contact contact) {
        return highLevel.notes(contact.locationId(), contact.id());
    }

    @Description("Appointments with the contact, all that the CRM gives. One upstream call.")
    public Uni<List<@NonNull Appointment>> appointments(@Source Contact contact) {
        return highLevel.appointments(contact.locationId(), contact.id());
    }

    @Description("Custom fields that the contact has a value for. Null when this row does not say: ask `contact(id)`."
            + " The location's catalogue costs one upstream call every few minutes.")
    public Uni<List<@NonNull CustomField>> customFields(@Source Contact contact) {
        return highLevel.customFields(contact);
    }
}
