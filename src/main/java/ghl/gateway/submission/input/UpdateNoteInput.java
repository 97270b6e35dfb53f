package ghl.gateway.submission.input;

import java.util.Optional;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("UpdateNoteInput")
@Description("What shall change of a note of the contact; a field left out stays as it is, none can be cleared.")
public record UpdateNoteInput(
        @Id @NonNull @Description("The CRM's id of the note.")
        String id,

        @Description("The text.") Optional<String> body,
        @Description("Title.") Optional<String> title,

        @Description("Colour in the CRM's list, as hexadecimal.")
        Optional<String> color,

        @Description("True to keep it on top of the CRM's list.")
        Optional<Boolean> pinned,

        @Id @Description("User of the CRM who counts as its writer.")
        Optional<String> userId) {}
