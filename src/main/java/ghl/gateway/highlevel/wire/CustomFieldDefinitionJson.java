package ghl.gateway.highlevel.wire;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.List;

/** @param fieldKey key with its model before it, for example {@code contact.roof_type} */
public record CustomFieldDefinitionJson(
        @JsonAlias("_id") String id,
        String name,
        String fieldKey,
        String dataType,

        @JsonDeserialize(using = LenientReaders.TextsReader.class)
        List<String> picklistOptions) {

    public CustomFieldDefinitionJson {
        MalformedAnswerException.unlessId(id, "a custom field");
    }

    public record Many(List<CustomFieldDefinitionJson> customFields) {
        public Many {
            MalformedAnswerException.unlessPresent(customFields, "customFields");
        }
    }
}
