package ghl.gateway.submission.input;

import java.util.Optional;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("UpdateNoteInput")
@Description("Changes to a note of the contact. Omit a field to leave it unchanged. Fields cannot be cleared.")
public record UpdateNoteInput(
        @Id @NonNull @Description("ID of the note.") String id,
        @Description("Text, at most 50,000 characters.") Optional<String> body,
        @Description("Title.") Optional<String> title,
        @Description("Hexadecimal color like `#FFAA00`.") Optional<String> color,
        @Description("Whether to pin it in the CRM.") Optional<Boolean> pinned,
        @Id @Description("ID of the author, a CRM user.") Optional<String> userId) {}
