package ghl.gateway.form.template;

import ghl.gateway.form.answer.LetterCase;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Template helpers for answers, such as {@code {name.slug}} and {@code {name.or('you')}}. No answer makes a helper fail.
 */
enum Helper {
    OR("or", 1, 1, (value, args, country) -> AnswerValues.text(value).isBlank() ? args.get(0) : value),
    ELVIS("?:", 1, 1, OR.function),
    SLUG("slug", Helper::slug),
    PHONE("phone", 0, 0, (value, args, country) -> PhoneText.format(AnswerValues.text(value), country)),
    DATE("date", 0, 1, (value, args, country) -> DateText.format(AnswerValues.text(value), args, country)),
    MONEY("money", 0, 1, (value, args, country) -> MoneyText.format(AnswerValues.text(value), args, country)),
    UPPER("upper", LetterCase::upper),
    LOWER("lower", LetterCase::lower),
    CAPITALIZE("capitalize", Helper::capitalize),
    FIRST("first", 0, 0, (value, args, country) -> AnswerValues.texts(value).stream()
            .findFirst()
            .orElse("")),
    COUNT("count", 0, 0, (value, args, country) -> AnswerValues.texts(value).size()),
    LINES("lines", 0, 0, (value, args, country) -> AnswerValues.texts(value).stream()
            .map(text -> "- " + text)
            .collect(Collectors.joining("\n"))),
    CONTAINS("contains", 1, 1, (value, args, country) -> AnswerValues.contains(value, AnswerValues.text(args.get(0)))),
    OVER("over", 1, 1, (value, args, country) -> compare(value, args, country) > 0),
    UNDER("under", 1, 1, (value, args, country) -> compare(value, args, country) < 0);

    private interface Function {
        Object apply(Object value, List<Object> args, Supplier<String> country);
    }

    private final String word;
    private final int minArguments;
    private final int maxArguments;
    private final Function function;

    Helper(String word, UnaryOperator<String> function) {
        this(word, 0, 0, (value, args, country) -> function.apply(AnswerValues.text(value)));
    }

    Helper(String word, int minArguments, int maxArguments, Function function) {
        this.word = word;
        this.minArguments = minArguments;
        this.maxArguments = maxArguments;
        this.function = function;
    }

    static Optional<Helper> find(String word) {
        return Arrays.stream(values())
                .filter(helper -> helper.word.equals(word))
                .findFirst();
    }

    static Optional<Helper> find(String word, int arguments) {
        return find(word).filter(helper -> arguments >= helper.minArguments && arguments <= helper.maxArguments);
    }

    static String words() {
        return Arrays.stream(values())
                .filter(helper -> helper != ELVIS)
                .map(helper -> helper.word + (helper.minArguments == 0 ? "" : "(…)"))
                .collect(Collectors.joining(", "));
    }

    Object apply(Object value, List<Object> args, Supplier<String> country) {
        return function.apply(value, args, country);
    }

    /** Zero unless both are numbers. The bound is the definition's, with a decimal point. */
    private static int compare(Object value, List<Object> args, Supplier<String> country) {
        Optional<BigDecimal> number = NumberText.parse(AnswerValues.text(value), country);
        Optional<BigDecimal> bound = NumberText.parse(AnswerValues.text(args.get(0)), () -> null);
        return number.isEmpty() || bound.isEmpty() ? 0 : number.get().compareTo(bound.get());
    }

    /** {@code Roof & Gutter, Zürich} becomes {@code roof-gutter-zurich}. */
    private static String slug(String text) {
        return LetterCase.lower(Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}+", ""))
                .replaceAll("[^\\p{L}\\p{N}]+", "-")
                .replaceAll("^-|-$", "");
    }

    private static String capitalize(String text) {
        if (text.isEmpty()) {
            return text;
        }
        int end = text.offsetByCodePoints(0, 1);
        return text.substring(0, end).toUpperCase(Locale.ROOT) + text.substring(end);
    }
}
