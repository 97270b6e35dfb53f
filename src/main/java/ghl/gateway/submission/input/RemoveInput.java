package ghl.gateway.submission.input;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("RemoveInput")
@Description("What shall be taken from the contact. What is gone already counts as done, with a warning.")
public record RemoveInput(
        @Description("Tags to take off; the others stay.") List<@NonNull String> tags,
        @Id @Description("Tasks to delete.") List<@NonNull String> taskIds,
        @Id @Description("Notes to delete.") List<@NonNull String> noteIds) {

    /** Nothing to take. */
    public static final RemoveInput NOTHING = new RemoveInput(null, null, null);

    public RemoveInput(List<String> tags, List<String> taskIds, List<String> noteIds) {
        this.tags = Lists.orEmpty(tags);
        this.taskIds = Lists.orEmpty(taskIds);
        this.noteIds = Lists.orEmpty(noteIds);
    }
}
