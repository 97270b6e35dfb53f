package ghl.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The regular expressions in the sources take linear time, because most of them meet text of strangers. Each runs on many
 * texts made of what it looks for; the characters that it reads are counted.
 */
class RegularExpressionTest {

    private static final Path SOURCES = Path.of("src/main/java");

    /** A call whose first argument consists of string literals. */
    private static final Pattern CALL = Pattern.compile("(?<method>Pattern\\s*\\.compile|\\.matches|\\.replaceAll"
            + "|\\.replaceFirst|\\.split)\\(\\s*(?<text>(?:\"(?:[^\"\\\\]|\\\\.)*+\"\\s*\\+?\\s*)++)[,)]");

    /** Signs that a class does not only match whole texts. */
    private static final Pattern SEARCH = Pattern.compile("\\.find\\(|\\.results\\(|\\.matcher\\([^)]*\\)\\.replace");

    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*+)\"");
    private static final Pattern WORD = Pattern.compile("[a-zA-Z ]{2,}");
    private static final Pattern ESCAPE = Pattern.compile("\\\\.");

    private static final int REPETITIONS = 600;

    /** Bounded repetitions such as {@code {1,100}} may read each character that often. */
    private static final int MOST_READS_PER_CHARACTER = 120;

    private static final int LONG = 10_000;

    @TestFactory
    Stream<DynamicTest> expression_takes_linear_time() {
        return expressions().stream()
                .map(expression -> DynamicTest.dynamicTest("\"" + expression.text() + "\"", () -> {
                    assertThat(expression.isLinear()).as(expression.text()).isTrue();
                    expression.tryLongTexts();
                }));
    }

    @Test
    void expressions_are_found_in_the_sources() {
        assertThat(expressions()).hasSizeGreaterThan(50);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[^\\s@]+@[^\\s@]+\\.[^\\s@]+", "/+$", "\\bcontact\\b.*\\bnot found", "(a+)+b"})
    void superlinear_expression_is_recognized(String expression) {
        assertThat(new Expression(expression, true).isLinear()).isFalse();
    }

    /** Matches the whole text, or also searches in it, from each of its characters. */
    private record Expression(String text, boolean searches) {

        boolean isLinear() {
            Pattern pattern = Pattern.compile(text);
            Set<String> units = units(text);
            return units.stream()
                    .flatMap(first -> units.stream().map(first::concat))
                    .flatMap(start -> units.stream().map(unit -> start + unit.repeat(REPETITIONS)))
                    .flatMap(repeated -> Stream.of(repeated, repeated + "@", repeated + "\0"))
                    .allMatch(hostile -> isLinear(pattern, hostile));
        }

        private boolean isLinear(Pattern pattern, String hostile) {
            try {
                run(pattern, new CountedText(hostile));
                return true;
            } catch (TooManyReads e) {
                return false;
            }
        }

        /** Long enough for a stack overflow if the expression recurses for each repetition. */
        void tryLongTexts() {
            Pattern pattern = Pattern.compile(text);
            Set<String> units = units(text);
            units.stream()
                    .flatMap(first -> units.stream().map(first::concat))
                    .forEach(pair -> run(pattern, "a@" + pair.repeat(LONG) + "@"));
        }

        private void run(Pattern pattern, CharSequence hostile) {
            pattern.matcher(hostile).matches();
            Matcher matcher = pattern.matcher(hostile);
            while (searches && matcher.find()) {
                // Goes on as replaceAll does.
            }
        }
    }

    /** Words and punctuation of the expression, and one of each kind of character. */
    private static Set<String> units(String expression) {
        Set<String> units = new LinkedHashSet<>(List.of("a", "1", " ", "\n"));
        WORD.matcher(ESCAPE.matcher(expression).replaceAll(""))
                .results()
                .map(MatchResult::group)
                .limit(4)
                .forEach(word -> units.addAll(List.of(word, word + " ")));
        expression
                .chars()
                .filter(c -> "@./-_:;,&<'#\"%?=".indexOf(c) >= 0)
                .forEach(c -> units.add(String.valueOf((char) c)));
        return units;
    }

    private static Set<Expression> expressions() {
        Set<Expression> found = new LinkedHashSet<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                String source = Files.readString(file);
                boolean searches = SEARCH.matcher(source).find();
                CALL.matcher(source).results().forEach(call -> found.add(expression(call, searches)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    private static Expression expression(MatchResult call, boolean fileSearches) {
        boolean searches =
                switch (call.group(1)) {
                    case ".matches" -> false;
                    case "Pattern.compile" -> fileSearches;
                    default -> true;
                };
        return new Expression(text(call.group(2)), searches);
    }

    private static String text(String literals) {
        StringBuilder text = new StringBuilder();
        LITERAL.matcher(literals)
                .results()
                .forEach(literal -> text.append(literal.group(1).translateEscapes()));
        return text.toString();
    }

    private static final class TooManyReads extends RuntimeException {

        TooManyReads() {
            super(null, null, false, false);
        }
    }

    private static final class CountedText implements CharSequence {

        private final String text;
        private long left;

        CountedText(String text) {
            this.text = text;
            this.left = (long) MOST_READS_PER_CHARACTER * text.length();
        }

        @Override
        public char charAt(int index) {
            if (--left < 0) {
                throw new TooManyReads();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
