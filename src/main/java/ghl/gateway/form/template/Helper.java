package ghl.gateway.form.template;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a template can do with an answer: {@code {name.slug}}, {@code {name.or('you')}}. None of them ever fails on an
 * answer.
 */
enum Helper {
    OR("or", 1, 1, (value, arguments, country) -> AnswerValues.text(value).isBlank() ? arguments.get(0) : value),
    ELVIS("?:", 1, 1, OR.function),
    SLUG("slug", 0, 0, (value, arguments, country) -> Slug.of(AnswerValues.text(value))),
    PHONE("phone", 0, 0, (value, arguments, country) -> PhoneText.readable(AnswerValues.text(value), country)),
    DATE("date", 0, 1, (value, arguments, country) -> DateText.readable(AnswerValues.text(value), arguments)),
    MONEY("money", 0, 1, (value, arguments, country) -> MoneyText.readable(AnswerValues.text(value), arguments)),
    UPPER("upper", 0, 0, (value, arguments, country) -> AnswerValues.text(value).toUpperCase(Locale.ROOT)),
    LOWER("lower", 0, 0, (value, arguments, country) -> AnswerValues.text(value).toLowerCase(Locale.ROOT)),
    CAPITALIZE("capitalize", 0, 0, (value, arguments, country) -> capitalized(AnswerValues.text(value))),
    FIRST("first", 0, 0, (value, arguments, country) -> AnswerValues.texts(value).stream()
            .findFirst()
            .orElse("")),
    COUNT("count", 0, 0, (value, arguments, country) -> AnswerValues.texts(value)
            .size()),
    LINES("lines", 0, 0, (value, arguments, country) -> AnswerValues.texts(value).stream()
            .map(text -> "- " + text)
            .collect(Collectors.joining("\n"))),
    CONTAINS(
            "contains",
            1,
            1,
            (value, arguments, country) -> AnswerValues.contains(value, AnswerValues.text(arguments.get(0)))),
    OVER("over", 1, 1, (value, arguments, country) -> compared(value, arguments) > 0),
    UNDER("under", 1, 1, (value, arguments, country) -> compared(value, arguments) < 0);

    /** What a helper makes of a value. @param country asked only for what needs it; may cost a call */
    interface Function {
        Object of(Object value, List<Object> arguments, Country country);
    }

    private final String word;
    private final int fewest;
    private final int most;
    private final Function function;

    Helper(String word, int fewest, int most, Function function) {
        this.word = word;
        this.fewest = fewest;
        this.most = most;
        this.function = function;
    }

    static Optional<Helper> named(String word) {
        return Arrays.stream(values())
                .filter(helper -> helper.word.equals(word))
                .findFirst();
    }

    static String words() {
        return Arrays.stream(values())
                .filter(helper -> helper != ELVIS)
                .map(helper -> helper.word + (helper.fewest == 0 ? "" : "(…)"))
                .collect(Collectors.joining(", "));
    }

    boolean takes(int arguments) {
        return arguments >= fewest && arguments <= most;
    }

    Object apply(Object value, List<Object> arguments, Country country) {
        return function.of(value, arguments, country);
    }

    /** 0 also when one of them is no number. */
    private static int compared(Object value, List<Object> arguments) {
        Optional<BigDecimal> number = NumberText.read(AnswerValues.text(value));
        Optional<BigDecimal> bound = NumberText.read(AnswerValues.text(arguments.get(0)));
        return number.isEmpty() || bound.isEmpty() ? 0 : number.get().compareTo(bound.get());
    }

    private static String capitalized(String text) {
        if (text.isEmpty()) {
            return text;
        }
        int end = text.offsetByCodePoints(0, 1);
        return text.substring(0, end).toUpperCase(Locale.ROOT) + text.substring(end);
    }
}
