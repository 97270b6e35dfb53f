package ghl.gateway.highlevel.wire;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.time.Instant;
import java.util.List;

/** A task. Search across a location calls its id {@code _id}. */
public record TaskJson(
        @JsonAlias("_id") String id,
        String contactId,
        String title,
        String body,

        @JsonDeserialize(using = LenientReaders.InstantReader.class)
        Instant dueDate,

        Boolean completed,
        String assignedTo,

        /** Told in a search only. */
        Boolean deleted) {

    public TaskJson {
        MalformedAnswerException.unlessId(id, "a task");
    }

    public record One(TaskJson task) {
        public One {
            MalformedAnswerException.unlessPresent(task, "task");
        }
    }

    public record Many(List<TaskJson> tasks) {
        public Many {
            MalformedAnswerException.unlessPresent(tasks, "tasks");
        }
    }
}
