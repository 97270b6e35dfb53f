package ghl.gateway.sandbox.contact;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import ghl.gateway.sandbox.http.SandboxJson;
import ghl.gateway.sandbox.state.SandboxCustomField;
import java.util.List;
import org.junit.jupiter.api.Test;

class CustomFieldValuesTest {

    private static final List<SandboxCustomField> FIELDS = List.of(
            new SandboxCustomField("fText", "Colour", null, "TEXT", null),
            new SandboxCustomField("fNumber", "Budget", "contact.budget", "NUMERICAL", null),
            new SandboxCustomField("fList", "Rooms", null, "CHECKBOX", List.of("a", "b")));

    @Test
    void field_is_named_by_id_or_key_with_or_without_prefix() {
        assertThat(merged("[]", "[{'id':'fText','value':'red'}]")).isEqualTo(json("[{'id':'fText','value':'red'}]"));
        assertThat(merged("[]", "[{'key':'budget','value':5}]")).isEqualTo(json("[{'id':'fNumber','value':5}]"));
        assertThat(merged("[]", "[{'key':'contact.budget','value':5}]"))
                .isEqualTo(json("[{'id':'fNumber','value':5}]"));
    }

    @Test
    void three_spellings_of_the_value_are_accepted() {
        for (String spelling : List.of("field_value", "fieldValue", "value")) {
            assertThat(merged("[]", "[{'id':'fText','" + spelling + "':'red'}]"))
                    .isEqualTo(json("[{'id':'fText','value':'red'}]"));
        }
    }

    @Test
    void omitted_fields_keep_their_value() {
        assertThat(merged("[{'id':'fText','value':'red'}]", "[{'id':'fNumber','value':5}]"))
                .isEqualTo(json("[{'id':'fText','value':'red'},{'id':'fNumber','value':5}]"));
    }

    @Test
    void unknown_fields_and_wrong_shapes_are_ignored_silently() {
        assertThat(merged(
                        "[]", "[{'id':'nope','value':'x'},{'id':'fNumber','value':'five'},{'id':'fList','value':'a'}]"))
                .isEqualTo(json("[]"));
    }

    @Test
    void empty_values_clear_a_field() {
        for (String nothing : List.of("null", "''", "[]")) {
            assertThat(merged("[{'id':'fText','value':'red'}]", "[{'id':'fText','value':" + nothing + "}]"))
                    .isEqualTo(json("[]"));
        }
    }

    private static JsonNode merged(String present, String sent) {
        return CustomFieldValues.merged(json(present), json(sent), FIELDS);
    }

    private static JsonNode json(String text) {
        return SandboxJson.parse(text.replace('\'', '"'));
    }
}
