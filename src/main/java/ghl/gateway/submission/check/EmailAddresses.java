package ghl.gateway.submission.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads e-mail addresses as people and senders write them, such as {@code Ada <ada@example.com>}. */
public final class EmailAddresses {

    /** 64 characters, an @ and 255 (RFC 5321, 4.5.3.1). */
    static final int MAX_LENGTH = 320;

    private static final int MAX_TRIES = 50;

    private static final Pattern ONLY_ONE = Pattern.compile(
            "^(?:[^<>@]*<)?\\s*(?:(?:mailto:|e-?mail:)\\s*)?(?<address>[^\\s<>@]+@[^\\s<>@]*[^\\s<>@.,;])\\s*>?[.,;]*",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern SEPARATORS = Pattern.compile("[\\s<>()\\[\\],;:|\"?]+");
    private static final Pattern ENDS = Pattern.compile("^[.']+|(?<![.'!*])[.'!*]+$");

    private EmailAddresses() {}

    /**
     * The address that a text is, possibly in angle brackets after a name, after {@code mailto:} or before a full stop; empty if
     * the text says more.
     *
     * @param isEmail whether a text is nothing but an address
     */
    public static Optional<String> only(String text, Predicate<String> isEmail) {
        String visible = Texts.visible(text);
        Matcher address = ONLY_ONE.matcher(visible);
        if (isOne(visible, isEmail)) {
            return Optional.of(visible);
        }
        return visible.length() <= MAX_LENGTH && address.matches() && isEmail.test(address.group("address"))
                ? Optional.of(address.group("address"))
                : Optional.empty();
    }

    /** The addresses anywhere in a text, in their order. Those that differ only in case are one. @param isEmail see {@link #only} */
    public static List<String> in(String text, Predicate<String> isEmail) {
        Optional<String> only = only(text, isEmail);
        if (only.isPresent()) {
            return List.of(only.get());
        }
        Map<String, String> found = new LinkedHashMap<>();
        SEPARATORS
                .splitAsStream(Texts.visible(text))
                .filter(word -> word.indexOf('@') >= 0)
                .limit(MAX_TRIES)
                .map(word -> ENDS.matcher(word).replaceAll(""))
                .filter(word -> isOne(word, isEmail))
                .forEach(address -> found.putIfAbsent(address.toLowerCase(Locale.ROOT), address));
        return List.copyOf(found.values());
    }

    private static boolean isOne(String text, Predicate<String> isEmail) {
        return text.indexOf('@') > 0 && text.length() <= MAX_LENGTH && isEmail.test(text);
    }
}
