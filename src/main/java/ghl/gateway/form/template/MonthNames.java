package ghl.gateway.form.template;

import ghl.gateway.form.answer.LetterCase;
import java.text.Normalizer;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Names of months and days in the languages of common form builders. */
final class MonthNames {

    private static final List<Locale> LANGUAGES = Stream.of(
                    "en", "de", "fr", "es", "it", "pt", "nl", "pl", "cs", "sv", "da", "nb", "fi")
            .map(Locale::forLanguageTag)
            .toList();

    private static final List<TextStyle> STYLES =
            List.of(TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT, TextStyle.SHORT_STANDALONE);

    /** Names that stand for one month in all the languages that have them; others are 0. */
    private static final Map<String, Integer> MONTHS = new HashMap<>();

    /** Days of the week, and words between the parts of a date. */
    private static final Set<String> FILLERS =
            new HashSet<>(List.of("of", "the", "de", "del", "den", "der", "di", "le"));

    static {
        for (Locale language : LANGUAGES) {
            for (TextStyle style : STYLES) {
                for (Month month : Month.values()) {
                    MONTHS.merge(
                            key(month.getDisplayName(style, language)),
                            month.getValue(),
                            (known, other) -> known.equals(other) ? known : Integer.valueOf(0));
                }
                for (DayOfWeek day : DayOfWeek.values()) {
                    FILLERS.addAll(
                            List.of(key(day.getDisplayName(style, language)).split("-")));
                }
            }
        }
        MONTHS.put("sept", Month.SEPTEMBER.getValue());
    }

    private MonthNames() {}

    static Optional<Integer> month(String word) {
        return Optional.ofNullable(MONTHS.get(key(word)))
                .filter(month -> month > 0 && word.codePoints().anyMatch(Character::isLetter));
    }

    static boolean isFiller(String word) {
        return FILLERS.contains(key(word));
    }

    private static String key(String word) {
        String letters = Normalizer.normalize(word, Normalizer.Form.NFD).replaceAll("[\\p{M}.]+", "");
        return LetterCase.lower(letters);
    }
}
