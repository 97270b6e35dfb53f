package ghl.gateway.graph.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

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

/** The largest document of each kind is taken, and one more of anything is refused by name. */
class DocumentCheckTest {

    private final DocumentCheck check = new DocumentCheck(DefaultLimits.get());

    @Test
    void levels_of_fields() {
        assertThat(refusal(nested(10))).isEmpty();
        assertThat(refusal(nested(11))).contains("DEPTH");
    }

    /** The parser gives up before anybody can count. */
    @Test
    void levels_that_the_parser_does_not_go_down_to() {
        assertThat(refusal(nested(100))).contains("DEPTH");
        assertThat(refusal(nested(600))).contains("DEPTH");
        assertThat(refusal("{ a(b: " + "[".repeat(900) + "]".repeat(900) + ") }"))
                .contains("DEPTH");
    }

    @Test
    void levels_of_fields_hidden_in_fragments() {
        assertThat(refusal(
                        "{ a { b { ...F } } } fragment F on T { c { d { e { f { g { h { i { j { k } } } } } } } } }"))
                .contains("DEPTH");
    }

    @Test
    void aliases() {
        assertThat(refusal("{" + repeated(15, "a%d: b ") + "}")).isEmpty();
        assertThat(refusal("{" + repeated(16, "a%d: b ") + "}")).contains("ALIASES");
    }

    @Test
    void directives() {
        assertThat(refusal("{ a" + repeated(50, " @d%d") + " }")).isEmpty();
        assertThat(refusal("{ a" + repeated(51, " @d%d") + " }")).contains("DIRECTIVES");
    }

    @Test
    void tokens() {
        assertThat(refusal("{ a(b: [" + repeated(2_100, " %d") + "]) }")).contains("TOKENS");
    }

    /** An answer has an alias in every row. */
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
    void letters_in_a_name(String document) {
        assertThat(refusal(document.formatted("x".repeat(100)))).isEmpty();
        assertThat(refusal(document.formatted("x".repeat(101)))).contains("NAMES");
        assertThat(refusal("{ a(b: \"" + "x".repeat(101) + "\") }")).isEmpty();
    }

    @Test
    void fields() {
        assertThat(refusal("{" + repeated(500, " a") + "}")).isEmpty();
        assertThat(refusal("{" + repeated(501, " a") + "}")).contains("FIELDS");
    }

    @Test
    void fragments() {
        assertThat(refusal("{ ...F0 }" + chain(50))).isEmpty();
        assertThat(refusal("{ ...F0 }" + chain(51))).contains("FRAGMENTS");
    }

    @Test
    void fragments_that_nobody_uses() {
        assertThat(refusal("{ a } fragment F on T {" + repeated(501, " a") + "}"))
                .contains("FIELDS");
        assertThat(refusal("{ a } fragment F on T {" + repeated(16, "a%d: b ") + "}"))
                .contains("ALIASES");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ ...A } fragment A on T { ...A }",
                "{ ...A } fragment A on T { b { ...B } } fragment B on T { ...A }",
                "{ c } fragment A on T { ...B } fragment B on T { ...A }"
            })
    void fragments_within_themselves(String document) {
        assertThat(refusal(document)).contains("FRAGMENT_CYCLES");
    }

    @Test
    @Timeout(5)
    void fragments_that_double_with_each_line_are_counted_and_not_written_out() {
        String bomb = IntStream.range(0, 49)
                .mapToObj(i -> "fragment F" + i + " on T { ...F" + (i + 1) + " ...F" + (i + 1) + " }")
                .collect(Collectors.joining(" "));

        assertThat(refusal("{ ...F0 } " + bomb + " fragment F49 on T { a }")).contains("FIELDS");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mutation { a: submitForm b: submitForm }",
                "mutation { ...M submitForm } fragment M on Mutation { x: submitForm }",
                "mutation { ... on Mutation { submitForm } y: submitForm }"
            })
    void a_second_form_in_one_request(String document) {
        assertThat(refusal(document)).contains("MUTATIONS");
    }

    @Test
    void one_form_with_whatever_is_asked_of_it() {
        assertThat(refusal("mutation { __typename submitForm(input: {}) { submission { id } userErrors { code } } }"))
                .isEmpty();
    }

    @Test
    void what_graphiql_asks_when_it_opens() {
        assertThat(refusal(IntrospectionQuery.INTROSPECTION_QUERY)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ __schema { types { name } } }",
                "{ x: __type(name: \"Contact\") { name } }",
                "{ ...F } fragment F on Query { __schema { queryType { name } } }"
            })
    void a_schema_that_is_not_told(String document) {
        assertThat(check.refusal(document, true)).isEmpty();
        assertThat(check.refusal(document, false))
                .hasValueSatisfying(error -> assertThat(error.getExtensions()).containsEntry("code", "FORBIDDEN"));
    }

    @Test
    void the_name_of_a_type_tells_nothing() {
        assertThat(check.refusal("{ __typename contact(id: 1) { __typename } }", false))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{ a", "}{", "query { a(b: ) }"})
    void what_cannot_be_read_is_told_by_who_executes_it(String document) {
        assertThat(refusal(document)).isEmpty();
    }

    @Test
    void a_megabyte_of_braces_is_refused_before_it_costs_anything() {
        long begun = System.nanoTime();

        assertThatCode(() -> refusal("{a".repeat(500_000))).doesNotThrowAnyException();

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(2));
    }

    private Optional<String> refusal(String document) {
        return check.refusal(document, true)
                .map(GraphQLError::getExtensions)
                .filter(extensions -> "QUERY_TOO_COMPLEX".equals(extensions.get("code")))
                .map(extensions -> String.valueOf(extensions.get("limit")));
    }

    private static String nested(int depth) {
        return "{ a".repeat(depth) + " }".repeat(depth);
    }

    /** Each leads to the next. */
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
