package ghl.gateway.form.answer;

import org.apache.commons.text.translate.AggregateTranslator;
import org.apache.commons.text.translate.CharSequenceTranslator;
import org.apache.commons.text.translate.EntityArrays;
import org.apache.commons.text.translate.LookupTranslator;
import org.apache.commons.text.translate.NumericEntityUnescaper;

/** Undoes the escaping of builders that send text as they show it, such as {@code O&#039;Brien &amp; Sons}. */
public final class HtmlEntities {

    private static final CharSequenceTranslator ESCAPED = new AggregateTranslator(
            new LookupTranslator(EntityArrays.BASIC_UNESCAPE),
            new LookupTranslator(EntityArrays.APOS_UNESCAPE),
            new NumericEntityUnescaper());

    private HtmlEntities() {}

    /** The text without its basic and numeric entities; unchanged if it has tags, or entities that are no characters. */
    public static String decode(String text) {
        if (text.indexOf('&') < 0 || text.indexOf('<') >= 0) {
            return text;
        }
        try {
            return PlainText.of(ESCAPED.translate(text), text.length());
        } catch (IllegalArgumentException notACharacter) {
            return text;
        }
    }
}
