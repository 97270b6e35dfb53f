package ghl.gateway.intake.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Multipart bodies that Netty's decoder would take long to read. */
class MultipartBoundsTest {

    private static final String PART = "--X\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n";

    @Test
    void ordinary_form_is_read() {
        String file = "--X\r\nContent-Disposition: form-data; name=\"f\"; filename=\"f.bin\"\r\n\r\n"
                + "--apple --X\r".repeat(2_000) + "\r\n";

        assertThat(fields(PART.repeat(500) + file + "--X--\r\n").path("a")).hasSize(500);
    }

    @Test
    void parts_are_counted() {
        assertThatThrownBy(() -> fields(PART.repeat(1_001) + "--X--\r\n"))
                .hasMessageContaining("more than 1000 fields");
        assertThatThrownBy(() -> fields("--X\r\n".repeat(200_000))).isInstanceOf(MalformedBodyException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=\"b\"; ", ";", "\r\nA:b"})
    void long_headers_are_refused(String hostile) {
        assertThatThrownBy(() -> fields("--X\r\nContent-Disposition: form-data; name=\"a\"; " + hostile.repeat(100_000)
                        + "\r\n\r\n1\r\n--X--\r\n"))
                .hasMessageContaining("headers of a part");
    }

    private static JsonNode fields(String body) {
        return new RequestBody(
                        body.getBytes(StandardCharsets.ISO_8859_1), "multipart/form-data; boundary=\"X\"", Map.of())
                .tree();
    }
}
