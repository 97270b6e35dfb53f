package ghl.gateway.highlevel.wire;

import com.fasterxml.jackson.annotation.JsonAlias;
import java.time.Instant;
import java.util.List;

public record NoteJson(
        @JsonAlias("_id") String id,
        String contactId,
        String body,
        String title,
        String color,
        Boolean pinned,
        String userId,
        Instant dateAdded) {

    public NoteJson {
        MalformedAnswerException.unlessId(id, "a note");
    }

    public record One(@Required NoteJson note) {}

    public record Many(@Required List<NoteJson> notes) {}
}
