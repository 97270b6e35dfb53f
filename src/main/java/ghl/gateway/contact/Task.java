package ghl.gateway.contact;

import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

@Description("Something that somebody has to do for a contact.")
public record Task(
        @Id @NonNull @Description("The CRM's id of the task.")
        String id,

        @Id @Description("The contact it belongs to.") String contactId,
        @Description("What is to be done, in a line.") String title,

        @Description("Details, as text or as the HTML that the CRM's own editor makes.")
        String body,

        @Description("When it is due.") Instant dueDate,
        @Description("True once it is done.") Boolean completed,
        @Id @Description("User of the CRM who shall do it.") String assignedTo) {}
