package ghl.gateway.form.answer;

import ghl.gateway.submission.check.Texts;
import java.text.Normalizer;
import java.util.regex.Pattern;

/** Spelling of answer names. */
public final class AnswerNames {

    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern EMPTY_BRACKETS = Pattern.compile(" ?\\[ ?]");
    private static final Pattern BRACKETS = Pattern.compile(" ?\\[([^\\[\\]]+)]");
    private static final Pattern MARKUP = Pattern.compile("<[^<>]*>");
    private static final Pattern NUMBER = Pattern.compile("^\\d{1,3}[.)]\\s+");
    private static final Pattern HINT = Pattern.compile("\\((required|optional)\\)[^\\p{L}\\p{N}]*$");
    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
    private static final String REQUIRED_MARKS = " *:\u2217\u2731";

    private AnswerNames() {}

    /**
     * Names are the same if they differ only in case, blanks, Unicode form, invisible characters, a trailing {@code *} or
     * {@code :}, or in brackets instead of dots: {@code data[items][]} is {@code data.items}.
     */
    public static String normalize(String name) {
        String text =
                BLANKS.matcher(Texts.visible(truncate(name))).replaceAll(" ").strip();
        text = EMPTY_BRACKETS.matcher(text).replaceAll("");
        text = BRACKETS.matcher(text).replaceAll(".$1");
        text = LetterCase.lower(LetterCase.upper(text.startsWith(".") ? text.substring(1) : text));
        String bare = withoutMarks(text);
        return form(bare.isEmpty() ? text : bare);
    }

    /** Bounds work and memory: a name may be as long as the body, and nested names repeat it. */
    public static String truncate(String name) {
        return name.length() > Answers.MAX_NAME_LENGTH ? name.substring(0, Answers.MAX_NAME_LENGTH) : name;
    }

    /** The letters and digits of a name's last part: {@code form[user-agent]} and {@code User Agent} are {@code useragent}. */
    public static String key(String name) {
        String last = normalize(name);
        return last.substring(last.lastIndexOf('.') + 1).replaceAll("[^\\p{L}\\p{N}]+", "");
    }

    /** Whether a machine gave the name, such as {@code form_id}: people are asked in words. */
    public static boolean isKey(String name) {
        return name.chars().noneMatch(Character::isWhitespace)
                && (Character.isLowerCase(name.codePointAt(0))
                        || name.chars().anyMatch(character -> "_.[".indexOf(character) >= 0));
    }

    /**
     * The letters and digits of a name, for names that a sender made of a label: {@code full_name}, {@code fullName}, {@code
     * 1. Full name (required)} and {@code <b>Full&nbsp;name</b>} have those of {@code Full name}. Empty without a letter:
     * {@code 7.1} is not {@code 71}.
     */
    public static String letters(String name) {
        String text =
                normalize(HtmlEntities.decode(MARKUP.matcher(truncate(name)).replaceAll(" ")));
        text = HINT.matcher(NUMBER.matcher(text).replaceAll("")).replaceAll("");
        return text.chars().anyMatch(Character::isLetter)
                ? NO_LETTERS.matcher(text).replaceAll("")
                : "";
    }

    private static String withoutMarks(String text) {
        int end = text.length();
        while (end > 0 && REQUIRED_MARKS.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return text.substring(0, end);
    }

    private static String form(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }
}
