package ghl.gateway.form.template;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers as people write them: {@code 1250}, {@code 1,250.50}, {@code $ 1 250}. */
public final class NumberText {

    private static final int LONGEST = 40;

    private static final Pattern WRITTEN = Pattern.compile(
            "\\p{Sc}?\\s?(?<number>-?\\d{1,15}|-?\\d{1,3}([, ]\\d{3}){1,4})(?<rest>\\.\\d{1,10})?\\s?\\p{Sc}?");

    private NumberText() {}

    /** Empty when it is none, or one that can be read in two ways. */
    public static Optional<BigDecimal> read(String text) {
        String tidy = text.strip();
        Matcher written = WRITTEN.matcher(tidy.length() > LONGEST ? "" : tidy);
        if (!written.matches()) {
            return Optional.empty();
        }
        String rest = written.group("rest") == null ? "" : written.group("rest");
        return Optional.of(new BigDecimal(written.group("number").replaceAll("[, ]", "") + rest));
    }
}
