package ghl.gateway.submission.input;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("RemoveInput")
@Description("Records to remove from the contact. A record that is already gone counts as removed, with the warning"
        + " ALREADY_GONE.")
public record RemoveInput(
        @Description("Tags to remove, at most 50. Other tags stay.")
        List<@NonNull String> tags,

        @Id @Description("IDs of tasks to delete, at most 50.")
        List<@NonNull String> taskIds,

        @Id @Description("IDs of notes to delete, at most 50.")
        List<@NonNull String> noteIds) {

    public static final RemoveInput NOTHING = new RemoveInput(null, null, null);

    public RemoveInput {
        tags = Lists.orEmpty(tags);
        taskIds = Lists.orEmpty(taskIds);
        noteIds = Lists.orEmpty(noteIds);
    }
}
