package ghl.gateway.form.template;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses numbers as people write them: {@code 1250}, {@code 1,250.50}, {@code $ 1 250}. */
public final class NumberText {

    private static final int MAX_LENGTH = 40;

    private static final Pattern NUMBER = Pattern.compile(
            "\\p{Sc}?\\s?(?<number>-?\\d{1,15}|-?\\d{1,3}([, ]\\d{3}){1,4})(?<rest>\\.\\d{1,10})?\\s?\\p{Sc}?");

    private NumberText() {}

    /** Empty for text that is not a number, and for ambiguous ones. */
    public static Optional<BigDecimal> parse(String text) {
        String stripped = text.strip();
        Matcher matcher = NUMBER.matcher(stripped.length() > MAX_LENGTH ? "" : stripped);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String rest = matcher.group("rest") == null ? "" : matcher.group("rest");
        return Optional.of(new BigDecimal(matcher.group("number").replaceAll("[, ]", "") + rest));
    }
}
