package ghl.gateway.highlevel.wire;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.List;

/** What adding or removing tags answers: all tags that the contact has now. */
public record TagsJson(
        @JsonDeserialize(using = LenientReaders.TextsReader.class)
        List<String> tags) {

    public TagsJson {
        MalformedAnswerException.unlessPresent(tags, "tags");
    }
}
