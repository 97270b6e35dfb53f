package ghl.gateway.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ghl.gateway.access.Callers;
import ghl.gateway.access.caller.Caller;
import ghl.gateway.fixture.Ask;
import ghl.gateway.fixture.Crm;
import ghl.gateway.fixture.Patience;
import ghl.gateway.graph.execution.GraphQLExecutor;
import ghl.gateway.graph.execution.SubscriptionException;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Query cost: estimated before the first call and reported with the response. */
@QuarkusTest
class QueryCostTest {

    private static final String LIST = "query($l: ID, $n: Int) { contacts(first: $n, locationId: $l) { nodes ";
    private static final String WITH_LISTS = "{ id tasks { id } notes { id } appointments { id } }";

    @Inject
    GraphQLExecutor executor;

    @Test
    void response_reports_cost() {
        Crm crm = Crm.with(Map.of("burst", 100));
        String id = crm.contact(Map.of("email", "ada@example.com"));

        JsonPath cold = contact(crm, id);
        JsonPath hot = contact(crm, id);

        assertThat(cold.getMap("extensions.highlevel"))
                .containsEntry("calls", 4)
                .containsEntry("cacheHits", 0)
                .containsEntry("oldestMs", 0)
                .containsEntry("remaining", 96)
                .containsKey("dailyRemaining");
        assertThat(hot.getMap("extensions.highlevel")).containsEntry("calls", 0).containsEntry("cacheHits", 4);
        assertThat(hot.getLong("extensions.highlevel.oldestMs")).isBetween(1L, 5_000L);
        assertThat(Ask.query("{ nothing }", Map.of()).getMap("extensions.highlevel"))
                .containsEntry("calls", 0);
    }

    @Test
    void task_search_of_a_list_is_counted() {
        Crm crm = Crm.fresh();
        crm.contact(Map.of("email", "a@example.com"));
        crm.contact(Map.of("email", "b@example.com"));

        assertThat(list(crm, 20, WITH_LISTS).getInt("extensions.highlevel.calls"))
                .isEqualTo(crm.reads())
                .isEqualTo(1 + 1 + 2 * 2);
    }

    @ParameterizedTest
    @CsvSource({"'{ id notes { id } appointments { id } tasks { id } }', 68", "'{ id notes { id } }', -1"})
    void query_beyond_idle_capacity_is_rejected_with_largest_page_size(String fields, int largestFirst) {
        Crm crm = Crm.fresh();

        JsonPath answer = list(crm, 100, fields);

        if (largestFirst < 0) {
            assertThat(answer.getList("errors"))
                    .as("100 + 1 calls are within 140")
                    .isNull();
            return;
        }
        assertThat(answer.getMap("errors[0].extensions"))
                .containsEntry("code", "COST_TOO_HIGH")
                .containsEntry("retryable", false)
                .containsEntry("largestFirst", largestFirst);
        assertThat(crm.reads()).isZero();
        assertThat(list(crm, largestFirst, fields).getList("errors")).isNull();
    }

    /** Takes ten seconds: it uses up two windows. */
    @Tag("proof")
    @Test
    void largest_suggested_page_is_served_completely() {
        Crm crm = Crm.fresh();
        for (int number = 0; number < 69; number++) {
            String id = crm.contact(Map.of("email", "c" + number + "@example.com"));
            crm.appointment(Map.of("contactId", id, "title", "Visit", "startTime", "2026-12-03 14:00:00"));
        }
        String lists = "{ tasks { id } notes { id } appointments { startsAt } }";

        JsonPath tooLong = list(crm, 69, lists);
        JsonPath largest = list(crm, tooLong.getInt("errors[0].extensions.largestFirst"), lists);

        assertThat(largest.getList("errors")).isNull();
        assertThat(largest.getList("data.contacts.nodes.appointments.startsAt.flatten()"))
                .as("the location's time zone is read too")
                .hasSize(68)
                .doesNotContainNull();
        assertThat(largest.getInt("extensions.highlevel.calls"))
                .isEqualTo(crm.reads())
                .isEqualTo(139);
    }

    @Test
    void admitted_query_reserves_its_calls_until_answered() {
        Crm crm = Crm.fresh();
        crm.fault(Map.of("operation", "get-contacts", "delayMs", 1_500, "times", 1));
        var admitted =
                executor.execute(Callers.identityOf(Caller.OPEN), LIST + WITH_LISTS + " } }", null, variables(crm, 68));
        Patience.await().until(() -> crm.reads() == 1);

        JsonPath tooMuchBeside = list(crm, 60, WITH_LISTS);
        JsonPath theSame = list(crm, 68, WITH_LISTS);

        assertThat(tooMuchBeside.getMap("errors[0].extensions"))
                .containsEntry("code", "RATE_LIMITED")
                .containsKey("retryAfterMs");
        assertThat(theSame.getList("errors")).as("shared").isNull();
        assertThat(admitted.join().getErrors()).isEmpty();
        assertThat(list(crm, 60, WITH_LISTS).getList("errors")).isNull();
    }

    @Test
    void query_over_websocket_reserves_no_calls() {
        Crm crm = Crm.fresh();

        assertThatThrownBy(() -> executor.subscribe(
                                Callers.identityOf(Caller.OPEN),
                                LIST + WITH_LISTS + " } }",
                                null,
                                variables(crm, 68),
                                Runnable::run)
                        .collect()
                        .asList()
                        .await()
                        .atMost(Patience.LIMIT))
                .isInstanceOf(SubscriptionException.class);

        assertThat(list(crm, 68, WITH_LISTS).getList("errors")).isNull();
    }

    @Test
    void rejected_query_reports_quota_of_its_location() {
        Crm crm = Crm.with(Map.of("daily", 7));
        list(crm, 20, "{ id }");

        JsonPath refused = list(crm, 30, WITH_LISTS);

        assertThat(refused.getString("errors[0].extensions.code")).isEqualTo("RATE_LIMITED");
        assertThat(refused.getMap("extensions.highlevel"))
                .containsEntry("calls", 0)
                .containsEntry("dailyRemaining", 6);
    }

    @Test
    void cost_respects_fragments_variables_and_directives() {
        Crm crm = Crm.fresh();
        String query = "query($l: ID, $n: Int, $with: Boolean!) { contacts(first: $n, locationId: $l) {"
                + " edges { node { ...C } } } } fragment C on Contact { notes @include(if: $with) { id }"
                + " appointments @skip(if: $with) { id } ... on Contact { other: appointments { id } } }";

        JsonPath both = Ask.query(query, Map.of("l", crm.locationId(), "n", 100, "with", true));
        JsonPath one = Ask.query(query, Map.of("l", crm.locationId(), "n", 100, "with", false));

        assertThat(both.getString("errors[0].extensions.code")).isEqualTo("COST_TOO_HIGH");
        assertThat(one.getList("errors")).isNull();
    }

    @Test
    void query_without_quota_is_rejected_with_retry_after() {
        Crm crm = Crm.with(Map.of("daily", 5));
        String known = crm.contact(Map.of("email", "ada@example.com"));
        String unknown = crm.contact(Map.of("email", "grace@example.com"));
        contact(crm, known);
        int calls = crm.reads();

        JsonPath answer = contact(crm, unknown);

        assertThat(answer.getMap("errors[0].extensions"))
                .containsEntry("code", "RATE_LIMITED")
                .containsEntry("retryable", true)
                .containsKey("retryAfterMs");
        assertThat(answer.getLong("errors[0].extensions.retryAfterMs")).isGreaterThan(10_000);
        assertThat(crm.reads()).as("not even the contact").isEqualTo(calls);
    }

    @Test
    void cached_query_is_served_without_quota() {
        Crm crm = Crm.with(Map.of("daily", 5));
        String id = crm.contact(Map.of("email", "ada@example.com"));
        list(crm, 20, WITH_LISTS);

        JsonPath again = list(crm, 20, WITH_LISTS);

        assertThat(again.getList("errors")).isNull();
        assertThat(again.getList("data.contacts.nodes.id")).containsExactly(id);
        assertThat(again.getInt("extensions.highlevel.calls")).isZero();
    }

    @Test
    void contacts_of_submissions_are_counted() {
        String named = "{ submissions(first: 100) { nodes { id contact { notes { id } appointments { id } } } } }";

        JsonPath answer = Ask.query(named, Map.of());

        assertThat(answer.getMap("errors[0].extensions"))
                .containsEntry("code", "COST_TOO_HIGH")
                .containsEntry("largestFirst", 46);
        assertThat(Ask.query("{ submissions(first: 100) { nodes { id } } }", Map.of())
                        .getList("errors"))
                .isNull();
    }

    @Test
    void mutation_is_never_rejected_for_its_reads() {
        Crm crm = Crm.fresh();
        String contact = "contact { " + "notes { id } }";

        JsonPath answer = Ask.query(
                "mutation($i: SubmitFormInput!) { submitForm(input: $i) { submission { status " + contact + " } } }",
                Map.of("i", Map.of("locationId", crm.locationId(), "contact", Map.of("email", "a@example.com"))));

        assertThat(answer.getString("data.submitForm.submission.status")).isEqualTo("DONE");
    }

    private static JsonPath contact(Crm crm, String id) {
        return Ask.query(
                "query($l: ID, $id: ID!) { contact(id: $id, locationId: $l) " + WITH_LISTS + " }",
                Map.of("l", crm.locationId(), "id", id));
    }

    private static JsonPath list(Crm crm, int first, String fields) {
        return Ask.query(LIST + fields + " } }", variables(crm, first));
    }

    private static Map<String, Object> variables(Crm crm, int first) {
        return Map.of("l", crm.locationId(), "n", first);
    }
}
