package ghl.gateway.submission.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkerTest {

    private static final Marker MINE = new Marker("ref ABCDEFGHIJKLMNOP");
    private static final Marker OTHER = new Marker("ref QRSTUVWXYZ234567");

    @Test
    void marker_is_ref_and_sixteen_characters_of_base32() {
        byte[] digest = "0123456789".getBytes(StandardCharsets.US_ASCII);

        assertThat(Marker.of(digest)).isEqualTo(new Marker("ref GAYTEMZUGU3DOOBZ"));
    }

    @Property
    void whatever_the_text_it_is_recognised_at_its_end(@ForAll String text) {
        assertThat(MINE.ends(MINE.appendedTo(text))).isTrue();
        assertThat(OTHER.ends(MINE.appendedTo(text))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>Asked for a quote.</p><p>ref ABCDEFGHIJKLMNOP</p>",
                "<div>Asked for a quote.<br>ref ABCDEFGHIJKLMNOP</div>",
                "<p>Asked&nbsp;for a quote.<br/>ref&nbsp;ABCDEFGHIJKLMNOP</p>",
                "<p><strong>Asked</strong></p>\n<p><span>ref ABCDEFGHIJKLMNOP</span></p>\n",
                "Asked\r\nref ABCDEFGHIJKLMNOP\r\n"
            })
    void marker_is_recognised_in_html(String body) {
        assertThat(MINE.ends(body)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"I like <!-- this", "email Jane <jane", "a <script> b", "x <b", "<textarea>", "a <p"})
    void text_that_looks_like_html_does_not_hide_the_marker(String text) {
        assertThat(MINE.ends(MINE.appendedTo(text))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ref ABCDEFGHIJKLMNOP\nbut then more",
                "they said ref ABCDEFGHIJKLMNOP",
                "<p>ref ABCDEFGHIJKLMNOP</p><p>ref QRSTUVWXYZ234567</p>",
                "ref ABCDEFGHIJKLMNOPQ"
            })
    void quoted_marker_is_not_recognised(String body) {
        assertThat(MINE.ends(body)).isFalse();
    }

    @Test
    void lines_that_look_like_a_marker_are_dropped_from_the_body() {
        assertThat(MINE.appendedTo("one\n  ref QRSTUVWXYZ234567\ntwo")).isEqualTo("one\ntwo\nref ABCDEFGHIJKLMNOP");
        assertThat(MINE.appendedTo(null)).isEqualTo("ref ABCDEFGHIJKLMNOP");
    }

    @Test
    void text_equals_its_html_rendering() {
        assertThat(Marker.isSameText("one\ntwo & three", "<p>one</p><p>two &amp; <b>three</b></p>"))
                .isTrue();
        assertThat(Marker.isSameText("About <b>oak</b> & ash", "<p>About &lt;b&gt;oak&lt;/b&gt; &amp; ash</p>"))
                .as("text that only looks like HTML")
                .isTrue();
        assertThat(Marker.isSameText("one", "one!")).isFalse();
        assertThat(Marker.isSameText(null, "")).isTrue();
    }
}
