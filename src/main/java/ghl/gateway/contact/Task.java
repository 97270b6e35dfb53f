package ghl.gateway.contact;

import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

@Description("Task for a CRM user, attached to a contact.")
public record Task(
        @Id @NonNull @Description("ID of the task.") String id,
        @Id @Description("ID of the contact.") String contactId,
        @Description("Title, one line.") String title,

        @Description("Details: plain text, or HTML when written in the CRM's editor.")
        String body,

        @Description("Due time.") Instant dueDate,
        @Description("Whether the task is completed.") Boolean completed,
        @Id @Description("ID of the assigned CRM user.") String assignedTo) {}
