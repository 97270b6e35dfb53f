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

    /** What people, spreadsheets and Markdown put around an address, though an address may begin with some of it. */
    private static final String AROUND = "[\"'*`=.,;!]*+";

    private static final Pattern ONLY_ONE = Pattern.compile(
            "(?:[^<>@]*<)?\\s*(?:(?:mailto|e-?mail)\\s*[:=]\\s*)?" + AROUND
                    + "(?<address>[^\\s<>@]+@[^\\s<>@]*[\\p{L}\\p{M}\\p{N}])\\s*>?" + AROUND,
            Pattern.CASE_INSENSITIVE);

    private static final Pattern SEPARATORS = Pattern.compile("[\\s<>()\\[\\],;:|\"?]+");

    /** An address and the rest of its word, such as {@code /grace@example.com}. */
    private static final Pattern AT_START =
            Pattern.compile(AROUND + "(?<address>[^@]+@(?:[.-]*[\\p{L}\\p{M}\\p{N}])++)(?![_@]).*");

    private EmailAddresses() {}

    /**
     * The address that a text is, possibly in angle brackets after a name, after {@code mailto:}, in quotes or before a full
     * stop; empty if the text says more.
     *
     * @param isEmail whether a text is nothing but an address
     */
    public static Optional<String> only(String text, Predicate<String> isEmail) {
        String visible = Texts.visible(text);
        return visible.length() <= MAX_LENGTH ? address(ONLY_ONE, visible, isEmail) : Optional.empty();
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
                .flatMap(word -> address(AT_START, word, isEmail).stream())
                .forEach(address -> found.putIfAbsent(address.toLowerCase(Locale.ROOT), address));
        return List.copyOf(found.values());
    }

    private static Optional<String> address(Pattern pattern, String text, Predicate<String> isEmail) {
        Matcher matcher = pattern.matcher(text);
        return matcher.matches() ? Optional.of(matcher.group("address")).filter(isEmail) : Optional.empty();
    }
}
