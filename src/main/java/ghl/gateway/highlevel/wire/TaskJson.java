package ghl.gateway.highlevel.wire;

import com.fasterxml.jackson.annotation.JsonAlias;
import java.time.Instant;
import java.util.List;

/** A task. The search across a location names its id {@code _id}. */
public record TaskJson(
        @JsonAlias("_id") String id,
        String contactId,
        String title,
        String body,
        Instant dueDate,
        Boolean completed,
        String assignedTo,

        /** In searches only. */
        Boolean deleted) {

    public TaskJson {
        MalformedAnswerException.unlessId(id, "a task");
    }

    public record One(@Required TaskJson task) {}

    public record Many(@Required List<TaskJson> tasks) {}
}
