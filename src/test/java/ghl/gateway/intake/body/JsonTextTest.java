package ghl.gateway.intake.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ghl.gateway.fixture.LongNames;
import ghl.gateway.fixture.UsedHeap;
import org.junit.jupiter.api.Test;

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
}
