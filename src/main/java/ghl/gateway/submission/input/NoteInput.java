package ghl.gateway.submission.input;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("NoteInput")
@Description("A note to write about the contact.")
public record NoteInput(
        @NonNull @Description("The text.") String body,
        @Description("Title.") String title,

        @Description("Colour in the CRM's list, as hexadecimal, for example `#FFAA00`.")
        String color,

        @Description("True to keep it on top of the CRM's list.")
        Boolean pinned,

        @Id @Description("User of the CRM who counts as its writer.")
        String userId) {}
