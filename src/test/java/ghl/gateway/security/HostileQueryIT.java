package ghl.gateway.security;

import static org.assertj.core.api.Assertions.assertThat;

import ghl.gateway.fixture.Patience;
import io.restassured.path.json.JsonPath;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The checks of graphql-cop and the default limits of GraphQL Armor: each document is refused right after parsing. */
@Tag("proof")
class HostileQueryIT {

    private static GuardedGateway gateway;

    @BeforeAll
    static void startGateway() {
        gateway = new GuardedGateway(Map.of());
    }

    @AfterAll
    static void stopGateway() {
        gateway.close();
    }

    /** The checks of graphql-cop. */
    @Nested
    class Cop {

        @Test
        void alias_overloading() {
            assertRefused("query cop {" + repeated(101, " alias%d: __typename") + " }", "ALIASES");
        }

        @Test
        void array_based_query_batching() {
            String one = "{\"query\":\"query cop { __typename }\"}";
            HttpResponse<String> answer = send("[" + one + ("," + one).repeat(9) + "]");

            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains("send batched operations one by one");
        }

        @Test
        void directive_overloading() {
            assertRefused("query cop { __typename " + "@aa".repeat(51) + " }", "DIRECTIVES");
        }

        @Test
        void field_duplication() {
            assertRefused("query cop { " + "__typename ".repeat(501) + "}", "FIELDS");
        }

        @Test
        void circular_introspection() {
            String circle =
                    "query cop { __schema { types { fields { type { fields { type { fields { type { fields { type"
                            + " { name } } } } } } } } } } }";

            assertThat(code(circle)).isEqualTo("FORBIDDEN");
        }

        @Test
        void introspection() {
            assertThat(code("query cop { __schema { types { name fields { name } } } }"))
                    .isEqualTo("FORBIDDEN");
        }

        @Test
        void graphiql_and_playground() {
            for (String page :
                    new String[] {"/q/graphql-ui", "/q/graphql-ui/", "/graphiql", "/playground", "/console"}) {
                HttpResponse<String> answer = Request.get(gateway.process, page)
                        .with("Accept", "text/html")
                        .by(gateway.key("reader"))
                        .send();

                assertThat(answer.body()).as(page).doesNotContainIgnoringCase("graphiql", "playground");
                assertThat(answer.statusCode()).as(page).isEqualTo(404);
            }
        }

        @Test
        void schema_text() {
            assertThat(Request.get(gateway.process, "/graphql/schema.graphql")
                            .by(gateway.key("reader"))
                            .send()
                            .statusCode())
                    .isEqualTo(404);
        }

        @Test
        void field_suggestions() {
            String body = send("{\"query\":\"query cop { contct(id: 1) { frstName } quot { remainin } }\"}")
                    .body();

            assertThat(body).contains("errors").doesNotContainIgnoringCase("did you mean", "quota", "firstName");
        }

        @Test
        void mutation_over_get() {
            HttpResponse<String> answer = Request.get(
                            gateway.process, "/graphql?query=mutation%20cop%20%7B__typename%7D")
                    .by(gateway.key("submitter"))
                    .send();

            assertThat(answer.statusCode()).isEqualTo(405);
        }

        @Test
        void query_over_get_needs_a_key() {
            Request get = Request.get(gateway.process, "/graphql?query=query%20cop%20%7B__typename%7D");

            assertThat(get.send().statusCode()).isEqualTo(401);
            assertThat(get.by(gateway.key("reader")).send().statusCode()).isEqualTo(200);
        }

        @Test
        void form_content_type_of_a_foreign_page() {
            for (String type : new String[] {
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "text/plain",
                "text/plain;application/json"
            }) {
                HttpResponse<String> answer = new Request(
                                gateway.process, "POST", "/graphql", "query=query+cop+%7B__typename%7D", Map.of())
                        .with("Content-Type", type)
                        .by(gateway.key("reader"))
                        .send();

                assertThat(answer.statusCode()).as(type).isEqualTo(415);
            }
        }

        @Test
        void tracing() {
            assertThat(send("{\"query\":\"query cop { __typename }\"}").body())
                    .doesNotContain("tracing", "parsing", "validation");
        }

        @Test
        void unhandled_errors() {
            String body = send("{\"query\":\"qwerty cop { abc }\"}").body();

            assertThat(body).contains("BAD_REQUEST").doesNotContain("Exception", "\\tat ", "java.");
        }
    }

    /** Default limits of GraphQL Armor: depth 6, cost 5000, aliases 15, directives 50, tokens 1000. */
    @Nested
    class Armor {

        @Test
        void aliases_above_limit_are_rejected() {
            assertRefused("{" + repeated(16, " a%d: __typename") + " }", "ALIASES");
        }

        @Test
        void directives_above_limit_are_rejected() {
            assertRefused("{ __typename " + repeated(51, " @include(if: true)") + " }", "DIRECTIVES");
        }

        @Test
        void tokens_above_limit_are_rejected() {
            assertRefused(
                    "{ contacts(filter: {tags: [" + repeated(2_000, " \"t%d\"") + "]}) { totalCount } }", "TOKENS");
        }

        /** Armor's limit of 6 is too low for this schema: tasks of contacts of submissions are at depth 7. */
        @Test
        void depth() {
            assertRefused("{ a ".repeat(11) + "}".repeat(11), "DEPTH");
        }

        @Test
        void cost() {
            assertThat(code("{ contacts(first: 101) { nodes { id } } }")).isEqualTo("INVALID_INPUT");
        }

        @Test
        void fragment_cycle_is_rejected() {
            assertRefused("{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }", "FRAGMENT_CYCLES");
        }

        @Test
        void doubling_fragments_are_rejected() {
            String bomb = repeated(49, "fragment F%1$d on Query { ...F%2$d ...F%2$d } ");

            assertRefused("{ ...F0 } " + bomb + " fragment F49 on Query { __typename }", "FIELDS");
        }
    }

    /** The name would be repeated in each of a hundred errors or rows. */
    @Test
    void half_megabyte_name_is_rejected() {
        String name = "x".repeat(450_000);

        assertRefused("{ ...%1$s } fragment %1$s on Query {%2$s}".formatted(name, repeated(100, " u%d")), "NAMES");
        assertRefused("{ contacts(first: 100) { nodes { " + name + ": id } } }", "NAMES");
    }

    /** Validation time grows with the third power of the number of chained fragments. */
    @Test
    void fragment_chain_is_rejected() {
        assertRefused(
                "{ ...F0 } " + repeated(200, "fragment F%1$d on Query { ...F%2$d } ")
                        + "fragment F200 on Query { __typename }",
                "FRAGMENTS");
    }

    @Test
    void second_mutation_field_is_rejected() {
        String form = "submitForm(input: {contact: {email: \"a@example.com\"}}) { submission { id } }";

        assertRefused("mutation { a: " + form + " b: " + form + " }", "MUTATIONS");
    }

    @Test
    void oversized_body_is_rejected() {
        assertThat(send("{\"query\":\"" + " ".repeat(1_100_000) + "\"}").statusCode())
                .isEqualTo(413);
    }

    @Test
    void hundred_fragment_bombs_are_rejected_quickly() {
        long begun = System.nanoTime();
        for (int i = 0; i < 100; i++) {
            code("{ ...F0 } " + repeated(50, "fragment F%1$d on Query { ...F%2$d ...F%2$d } ")
                    + " fragment F50 on Query { a" + i + " }");
        }
        Duration taken = Duration.ofNanos(System.nanoTime() - begun);

        System.out.println("100 fragment bombs refused in " + taken.toMillis() + " ms");
        assertThat(taken).isLessThan(Patience.LIMIT);
    }

    private static void assertRefused(String document, String limit) {
        JsonPath answer = gateway.ask("everything", document);

        assertThat(answer.getString("errors[0].extensions.code")).isEqualTo("QUERY_TOO_COMPLEX");
        assertThat(answer.getString("errors[0].extensions.limit")).isEqualTo(limit);
        assertThat(answer.<Object>get("data")).isNull();
    }

    private static String code(String document) {
        return gateway.ask("everything", document).getString("errors[0].extensions.code");
    }

    private static HttpResponse<String> send(String body) {
        return Request.post(gateway.process, "/graphql", body)
                .by(gateway.key("everything"))
                .send();
    }

    private static String repeated(int times, String pattern) {
        return IntStream.range(0, times)
                .mapToObj(i -> pattern.formatted(i, i + 1))
                .collect(Collectors.joining());
    }
}
