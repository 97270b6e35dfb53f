package ghl.gateway.intake.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ghl.gateway.fixture.LongNames;
import ghl.gateway.fixture.UsedHeap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {

    @Test
    void names_of_fields_are_not_kept() {
        long growth = UsedHeap.growth(() -> {
            for (int i = 0; i < 100; i++) {
                JsonText.object(LongNames.json(i));
            }
        });

        assertThat(growth).isLessThan(20_000_000);
    }

    /** An object of two characters takes a hundred bytes. */
    @Test
    void values_are_counted() {
        String objects = "{},".repeat(300_000);

        assertThatThrownBy(() -> JsonText.object("{\"a\":[" + objects + "{}]}"))
                .isInstanceOf(MalformedBodyException.class)
                .hasMessageContaining("too many values");
    }

    @Test
    void json_inside_a_text_is_found() {
        assertThat(JsonText.inside(" {\"a\": [1.10]}\n").orElseThrow()).hasToString("{\"a\":[1.10]}");
        assertThat(JsonText.inside("[]").orElseThrow()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "text",
                "12",
                "\"{}\"",
                "{name}",
                "[urgent] call me",
                "[1] see below",
                "{\"a\":1",
                "{\"a\":1}, x"
            })
    void text_that_is_not_json_as_a_whole_has_none_inside(String text) {
        assertThat(JsonText.inside(text)).isEmpty();
    }

    @Test
    void nesting_is_bounded() {
        assertThat(JsonText.inside("[".repeat(32) + "]".repeat(32))).isPresent();
        assertThat(JsonText.inside("[".repeat(33) + "]".repeat(33))).isEmpty();
    }
}
