package ghl.gateway.highlevel.wire;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.List;

/** What adding or removing tags answers: all tags that the contact has now. */
public record TagsJson(
        @JsonDeserialize(using = Lenient.TextsReader.class) List<String> tags) {

    public TagsJson {
        MalformedAnswer.unlessPresent(tags, "tags");
    }
}
