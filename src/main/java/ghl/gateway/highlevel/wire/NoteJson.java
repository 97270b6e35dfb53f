package ghl.gateway.highlevel.wire;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
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

        @JsonDeserialize(using = LenientReaders.InstantReader.class)
        Instant dateAdded) {

    public NoteJson {
        MalformedAnswerException.unlessId(id, "a note");
    }

    public record One(NoteJson note) {
        public One {
            MalformedAnswerException.unlessPresent(note, "note");
        }
    }

    public record Many(List<NoteJson> notes) {
        public Many {
            MalformedAnswerException.unlessPresent(notes, "notes");
        }
    }
}
