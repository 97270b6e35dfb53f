package ghl.gateway.graph.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import ghl.gateway.fixture.Patience;
import graphql.GraphQLError;
import graphql.introspection.IntrospectionQuery;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A document at a limit is accepted; one above it is rejected with the name of the limit. */
class DocumentCheckTest {

    private final DocumentCheck check = new DocumentCheck(DefaultLimits.get());

    @Test
    void depth_above_limit_is_rejected() {
        assertThat(rejection(nested(10))).isEmpty();
        assertThat(rejection(nested(11))).contains("DEPTH");
    }

    /** The parser stops before the depth is counted. */
    @Test
    void depth_beyond_parser_limit_is_rejected() {
        assertThat(rejection(nested(100))).contains("DEPTH");
        assertThat(rejection(nested(600))).contains("DEPTH");
        assertThat(rejection("{ a(b: " + "[".repeat(900) + "]".repeat(900) + ") }"))
                .contains("DEPTH");
    }

    @Test
    void depth_in_fragments_is_counted() {
        assertThat(rejection(
                        "{ a { b { ...F } } } fragment F on T { c { d { e { f { g { h { i { j { k } } } } } } } } }"))
                .contains("DEPTH");
    }

    @Test
    void aliases_above_limit_are_rejected() {
        assertThat(rejection("{" + repeated(15, "a%d: b ") + "}")).isEmpty();
        assertThat(rejection("{" + repeated(16, "a%d: b ") + "}")).contains("ALIASES");
    }

    @Test
    void directives_above_limit_are_rejected() {
        assertThat(rejection("{ a" + repeated(50, " @d%d") + " }")).isEmpty();
        assertThat(rejection("{ a" + repeated(51, " @d%d") + " }")).contains("DIRECTIVES");
    }

    @Test
    void tokens_above_limit_are_rejected() {
        assertThat(rejection("{ a(b: [" + repeated(2_100, " %d") + "]) }")).contains("TOKENS");
    }

    /** Aliases are repeated in every row of a response. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ %s: a }",
                "{ %s }",
                "query %s { a }",
                "{ ...%1$s } fragment %1$s on T { a }",
                "query($%s: Int) { a }",
                "{ a(%s: 1) }",
                "{ a(b: %s) }",
                "{ a @%s }"
            })
    void long_name_is_rejected(String document) {
        assertThat(rejection(document.formatted("x".repeat(100)))).isEmpty();
        assertThat(rejection(document.formatted("x".repeat(101)))).contains("NAMES");
        assertThat(rejection("{ a(b: \"" + "x".repeat(101) + "\") }")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ a(b: %s) }",
                "{ a(b: -%s) }",
                "{ a(b: 1.%s) }",
                "{ a(b: 1e%s) }",
                "{ a(b: {c: [1, %s]}) }",
                "query($b: Int = %s) { a }",
                "{ a @include(if: %s) }",
                "{ a # \r %s",
                "{ a(b: \"\"\"x\\\"\"\" %s",
            })
    void long_number_is_rejected(String document) {
        assertThat(rejection(document.formatted("7".repeat(90)))).isEmpty();
        assertThat(rejection(document.formatted("7".repeat(101)))).contains("NUMBERS");
    }

    @Test
    void number_with_long_parts_is_rejected() {
        assertThat(rejection("{ a(b: %1$s.%1$se%1$s) }".formatted("7".repeat(50))))
                .contains("NUMBERS");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ a(b: \"%s\") }",
                "{ a(b: \"\\\"%s\") }",
                "{ a(b: \"\"\"\n%s \\\"\"\" %1$s \"\"\") }",
                "{ a } # %s"
            })
    void digits_of_strings_and_comments_are_not_counted(String document) {
        assertThat(check.check(document.formatted("7".repeat(101)), true)).isEmpty();
    }

    /** The lexer needs seconds for a million digits, so that they are found before it starts. */
    @Test
    void long_number_is_rejected_before_lexing() {
        assertThat(rejection("{ a(b: [" + repeated(2_100, " %d") + " " + "7".repeat(1_000_000) + "]) }"))
                .contains("NUMBERS");
    }

    @Test
    void many_numbers_are_rejected_before_lexing() {
        String numbers = ("7".repeat(99) + " ").repeat(100);

        assertThat(rejection("{ a(b: [" + numbers + "]) }")).isEmpty();
        assertThat(rejection("{ a(b: [" + numbers + numbers + "]) }")).contains("DIGITS");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{ a(b: \"%s\") }", "{ a(b: \"\"\"%s\"\"\") }", "{ a } # %s", "{ a(b: \"%s"})
    void long_text_that_is_not_ascii_is_rejected_before_lexing(String document) {
        assertThat(rejection(document.formatted("é".repeat(10_001)))).contains("NON_ASCII");
    }

    @Test
    void text_that_is_not_ascii_is_accepted() {
        assertThat(check.check("{ a(b: \"" + "é".repeat(5_000) + "\") }", true)).isEmpty();
        assertThat(check.check("{ a(b: \"" + "x".repeat(4_095) + "😀\") }", true))
                .isEmpty();
    }

    @Test
    void block_string_with_many_lines_is_rejected() {
        assertThat(rejection("{ a(b: \"\"\"" + " \n".repeat(999) + "x\"\"\") }"))
                .isEmpty();
        assertThat(rejection("{ a(b: \"\"\"" + " \n".repeat(1_000) + "x\"\"\") }"))
                .contains("BLOCK_LINES");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u{FFFFFFFF}", "\\uD83D\\u{FFFFFFFF}", "\\u{110000}", "\\uDE00"})
    void escape_that_is_no_character_is_a_syntax_error(String escape) {
        assertThat(check.check("{ a(b: \"" + escape + "\") }", true))
                .hasValueSatisfying(error -> assertThat(error.getMessage()).startsWith("Invalid"));
    }

    @Test
    void fields_above_limit_are_rejected() {
        assertThat(rejection("{" + repeated(500, " a") + "}")).isEmpty();
        assertThat(rejection("{" + repeated(501, " a") + "}")).contains("FIELDS");
    }

    @Test
    void fragments_above_limit_are_rejected() {
        assertThat(rejection("{ ...F0 }" + chain(50))).isEmpty();
        assertThat(rejection("{ ...F0 }" + chain(51))).contains("FRAGMENTS");
    }

    @Test
    void unused_fragments_are_counted() {
        assertThat(rejection("{ a } fragment F on T {" + repeated(501, " a") + "}"))
                .contains("FIELDS");
        assertThat(rejection("{ a } fragment F on T {" + repeated(16, "a%d: b ") + "}"))
                .contains("ALIASES");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ ...A } fragment A on T { ...A }",
                "{ ...A } fragment A on T { b { ...B } } fragment B on T { ...A }",
                "{ c } fragment A on T { ...B } fragment B on T { ...A }"
            })
    void fragment_cycle_is_rejected(String document) {
        assertThat(rejection(document)).contains("FRAGMENT_CYCLES");
    }

    @Test
    @Timeout(5)
    void exponential_fragments_are_counted_without_expansion() {
        String bomb = IntStream.range(0, 49)
                .mapToObj(i -> "fragment F" + i + " on T { ...F" + (i + 1) + " ...F" + (i + 1) + " }")
                .collect(Collectors.joining(" "));

        assertThat(rejection("{ ...F0 } " + bomb + " fragment F49 on T { a }")).contains("FIELDS");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mutation { a: submitForm b: submitForm }",
                "mutation { ...M submitForm } fragment M on Mutation { x: submitForm }",
                "mutation { ... on Mutation { submitForm } y: submitForm }"
            })
    void second_mutation_field_is_rejected(String document) {
        assertThat(rejection(document)).contains("MUTATIONS");
    }

    @Test
    void single_mutation_with_selection_is_accepted() {
        assertThat(rejection("mutation { __typename submitForm(input: {}) { submission { id } userErrors { code } } }"))
                .isEmpty();
    }

    @Test
    void introspection_query_of_graphiql_is_accepted() {
        assertThat(rejection(IntrospectionQuery.INTROSPECTION_QUERY)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ __schema { types { name } } }",
                "{ x: __type(name: \"Contact\") { name } }",
                "{ ...F } fragment F on Query { __schema { queryType { name } } }"
            })
    void introspection_of_hidden_schema_is_forbidden(String document) {
        assertThat(check.check(document, true)).isEmpty();
        assertThat(check.check(document, false))
                .hasValueSatisfying(error -> assertThat(error.getExtensions()).containsEntry("code", "FORBIDDEN"));
    }

    @Test
    void typename_of_hidden_schema_is_allowed() {
        assertThat(check.check("{ __typename contact(id: 1) { __typename } }", false))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{ a", "}{", "query { a(b: ) }"})
    void syntax_error_is_reported(String document) {
        assertThat(check.check(document, true))
                .hasValueSatisfying(error -> assertThat(error.getMessage()).startsWith("Invalid syntax"));
    }

    @Test
    void megabyte_of_braces_is_rejected_quickly() {
        long start = System.nanoTime();

        assertThatCode(() -> rejection("{a".repeat(500_000))).doesNotThrowAnyException();

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Patience.LIMIT);
    }

    private Optional<String> rejection(String document) {
        return check.check(document, true)
                .map(GraphQLError::getExtensions)
                .filter(extensions -> "QUERY_TOO_COMPLEX".equals(extensions.get("code")))
                .map(extensions -> String.valueOf(extensions.get("limit")));
    }

    private static String nested(int depth) {
        return "{ a".repeat(depth) + " }".repeat(depth);
    }

    /** Fragments, each containing the next. */
    private static String chain(int fragments) {
        return repeated(fragments - 1, " fragment F%1$d on T { ...F%2$d }") + " fragment F" + (fragments - 1)
                + " on T { a }";
    }

    private static String repeated(int times, String pattern) {
        return IntStream.range(0, times)
                .mapToObj(i -> pattern.formatted(i, i + 1))
                .collect(Collectors.joining());
    }
}
