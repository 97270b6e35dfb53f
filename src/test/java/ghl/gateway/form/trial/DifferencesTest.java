package ghl.gateway.form.trial;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

class DifferencesTest {

    @Test
    void long_values_are_quoted_by_their_beginning() {
        Differences differences = new Differences();

        differences.compare("task 2", task("x".repeat(50_000)), task("y".repeat(50_000)));

        assertThat(differences.sentences())
                .singleElement()
                .asString()
                .hasSizeLessThan(300)
                .startsWith("task 2.title was sent as \"xxx")
                .contains("x… but the CRM has \"yyy");
    }

    private static ObjectNode task(String title) {
        return JsonNodeFactory.instance.objectNode().put("title", title);
    }
}
