package ghl.gateway.highlevel.wire;

import com.fasterxml.jackson.annotation.JsonAlias;
import ghl.gateway.highlevel.wire.LenientReaders.Texts;
import java.util.List;

/** @param fieldKey key prefixed with its model, for example {@code contact.roof_type} */
public record CustomFieldDefinitionJson(
        @JsonAlias("_id") String id,
        String name,
        String fieldKey,
        String dataType,
        @Texts List<String> picklistOptions) {

    public CustomFieldDefinitionJson {
        MalformedAnswerException.unlessId(id, "a custom field");
    }

    public record Many(@Required List<CustomFieldDefinitionJson> customFields) {}
}
