package ghl.gateway.form.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;

class LetterCaseProperties {

    @Property
    void pieces_join_to_what_the_jdk_makes_of_the_whole(@ForAll @StringLength(max = 2_000) String text) {
        String withoutSigma = text.replace('Σ', 'A'); // has another form at the end of a word

        assertThat(LetterCase.upper(withoutSigma)).isEqualTo(withoutSigma.toUpperCase(Locale.ROOT));
        assertThat(LetterCase.lower(withoutSigma)).isEqualTo(withoutSigma.toLowerCase(Locale.ROOT));
    }

    @Property(tries = 1)
    void letters_that_become_several_and_pairs_at_the_end_of_a_piece_are_kept() {
        String text = "x".repeat(499) + "\uD801\uDC28" + "ß".repeat(600) + "İ".repeat(600);

        assertThat(LetterCase.upper(text)).isEqualTo(text.toUpperCase(Locale.ROOT));
        assertThat(LetterCase.lower(text)).isEqualTo(text.toLowerCase(Locale.ROOT));
    }
}
