package ghl.gateway.form.answer;

import org.apache.commons.text.StringEscapeUtils;
import org.apache.commons.text.translate.AggregateTranslator;
import org.apache.commons.text.translate.CharSequenceTranslator;
import org.apache.commons.text.translate.EntityArrays;
import org.apache.commons.text.translate.LookupTranslator;

/** Undoes the escaping of builders that send text as they show it, such as {@code O&#039;Brien &amp; M&uuml;ller}. */
public final class HtmlEntities {

    private static final CharSequenceTranslator ESCAPED =
            new AggregateTranslator(StringEscapeUtils.UNESCAPE_HTML4, new LookupTranslator(EntityArrays.APOS_UNESCAPE));

    private HtmlEntities() {}

    /** The text without its entities; unchanged if it has tags, or entities that are no characters. */
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
