package ghl.gateway.submission.input;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("NoteInput")
@Description("Note to create for the contact. Its text has at most 50,000 characters.")
public record NoteInput(
        @NonNull @Description("Text of the note.") String body,
        @Description("Title.") String title,
        @Description("Hexadecimal color like `#FFAA00`.") String color,
        @Description("Whether to pin it in the CRM.") Boolean pinned,
        @Id @Description("ID of the author, a CRM user.") String userId) {}
