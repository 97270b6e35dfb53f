package ghl.gateway.durability;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BodyTest {

    private static final String MARKER = "ref ABCDEFGHIJKLMNOP";

    @Test
    void the_marker_in_the_last_line_is_not_part_of_the_text() {
        assertThat(Body.withoutMarker("Call.\nSoon.\n\n" + MARKER)).isEqualTo("Call.\nSoon.");
        assertThat(Body.withoutMarker(MARKER)).isEmpty();
        assertThat(Body.marker("Call.\n" + MARKER)).contains(MARKER);
    }

    @Test
    void a_marker_anywhere_else_is() {
        assertThat(Body.withoutMarker(MARKER + "\nYes.")).isEqualTo(MARKER + "\nYes.");
        assertThat(Body.marker("You wrote " + MARKER)).isEmpty();
    }

    @Test
    void html_reads_as_what_it_shows() {
        assertThat(Body.withoutMarker(
                        "<p>a &amp; &lt;b&gt;</p><p>&nbsp;</p><p>c</p><p>&nbsp;</p><p>" + MARKER + "</p>"))
                .isEqualTo("a & <b>\n\nc");
    }
}
