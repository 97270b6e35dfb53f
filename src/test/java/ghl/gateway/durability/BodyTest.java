package ghl.gateway.durability;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BodyTest {

    private static final String MARKER = "ref ABCDEFGHIJKLMNOP";

    @Test
    void marker_in_the_last_line_is_not_part_of_the_text() {
        assertThat(Body.withoutMarker("Call.\nSoon.\n\n" + MARKER)).isEqualTo("Call.\nSoon.");
        assertThat(Body.withoutMarker(MARKER)).isEmpty();
        assertThat(Body.marker("Call.\n" + MARKER)).contains(MARKER);
    }

    @Test
    void marker_in_another_line_is_part_of_the_text() {
        assertThat(Body.withoutMarker(MARKER + "\nYes.")).isEqualTo(MARKER + "\nYes.");
        assertThat(Body.marker("You wrote " + MARKER)).isEmpty();
    }

    @Test
    void html_reads_as_rendered_text() {
        assertThat(Body.withoutMarker(
                        "<p>a &amp; &lt;b&gt;</p><p>&nbsp;</p><p>c</p><p>&nbsp;</p><p>" + MARKER + "</p>"))
                .isEqualTo("a & <b>\n\nc");
    }
}
