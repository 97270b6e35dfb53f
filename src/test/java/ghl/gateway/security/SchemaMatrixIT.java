package ghl.gateway.security;

import static org.assertj.core.api.Assertions.assertThat;

import ghl.gateway.security.GuardedGateway.Sample;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Every field of the schema, requested by every kind of caller, over HTTP and a WebSocket, in the caller's location, a foreign
 * one and one that does not exist. The tables list who gets each field: in the own location, and after the bar in the foreign
 * one. A new field needs a line there.
 */
@Tag("proof")
class SchemaMatrixIT {

    private static final List<String> CALLERS =
            List.of("anonymous", "reader", "submitter", "operator", "remover", "publishable", "everything");

    private static GuardedGateway gateway;
    private static Sample own;
    private static Sample foreign;
    private static String schema;

    @BeforeAll
    static void startGateway() throws IOException {
        gateway = new GuardedGateway(Map.of());
        own = gateway.sample(GuardedGateway.OWN, "matrix@example.com");
        foreign = gateway.sample(GuardedGateway.FOREIGN, "matrix@example.com");
        schema = Files.readString(Path.of("src/test/resources/schema.graphql"));
    }

    @AfterAll
    static void stopGateway() {
        gateway.close();
    }

    @Test
    void every_type_is_covered() {
        assertThat(paths(own).unreached()).isEmpty();
    }

    @Test
    void fields_are_given_to_the_agreed_callers_over_http() {
        new Table("fields-http.txt").assertIs(lines((caller, document) -> isGiven(gateway.ask(caller, document))));
    }

    @Test
    void fields_are_given_to_the_agreed_callers_over_a_websocket() {
        try (Sockets sockets = new Sockets(gateway)) {
            new Table("fields-websocket.txt").assertIs(lines(sockets::isAllowed));
        }
    }

    private static List<String> lines(BiPredicate<String, String> gets) {
        Map<String, String> foreignDocuments = paths(foreign).documents();
        List<String> lines = new ArrayList<>();
        paths(own).documents().forEach((field, document) -> {
            String here = gateway.whoOf(CALLERS, caller -> gets.test(caller, document));
            String there = gateway.whoOf(CALLERS, caller -> gets.test(caller, foreignDocuments.get(field)));
            lines.add((field + ": " + here + " | " + there).replace("  ", " ").strip());
        });
        System.out.println(lines.size() + " fields × " + CALLERS.size()
                + " callers in their own location and in a foreign one, those with a role by key and as people");
        return lines;
    }

    @Test
    void foreign_location_and_unknown_location_get_the_same_response() {
        Sample nowhere = new Sample(
                GuardedGateway.UNKNOWN, own.email(), "noSuchContact0000001", "noTask", "noNote", "no-such-submission");
        Map<String, String> thereDocuments = paths(foreign).documents();
        Map<String, String> nowhereDocuments = paths(nowhere).documents();
        int compared = 0;
        for (String caller : GuardedGateway.ROLES) {
            for (String field : thereDocuments.keySet()) {
                String there = comparable(caller, thereDocuments.get(field), foreign);
                String elsewhere = comparable(caller, nowhereDocuments.get(field), nowhere);
                assertThat(there).as("%s by %s", field, caller).isEqualTo(elsewhere);
                compared++;
            }
        }
        System.out.println(compared + " answers about a foreign location are those about none");
    }

    @Test
    void foreign_ids_give_nothing_in_the_own_location() {
        Stream.of(
                        "{ contact(id: \"%s\") { id } }".formatted(foreign.contact()),
                        "{ task(contactId: \"%s\", id: \"%s\") { id } }".formatted(foreign.contact(), foreign.task()),
                        "{ note(contactId: \"%s\", id: \"%s\") { id } }".formatted(foreign.contact(), foreign.note()))
                .forEach(document -> assertThat(gateway.ask("reader", document).getMap("data"))
                        .as(document)
                        .allSatisfy((root, value) -> assertThat(value).isNull()));
        assertThat(gateway.ask("submitter", "{ submission(id: \"%s\") { id } }".formatted(foreign.submission()))
                        .<Object>get("data.submission"))
                .isNull();
    }

    @Test
    void contacts_of_a_foreign_location_cannot_be_written() {
        JsonPath deletion = gateway.ask(
                "remover",
                "mutation { submitForm(input: {deleteContactId: \"%s\"}) { submission { id } userErrors { code } } }"
                        .formatted(foreign.contact()));
        JsonPath note = gateway.ask(
                "submitter",
                "mutation { submitForm(input: {match: {id: \"%s\"}, notes: {body: \"x\"}}) { submission { id } userErrors { code } } }"
                        .formatted(foreign.contact()));

        assertThat(deletion.getList("data.submitForm.userErrors.code")).containsExactly("UNKNOWN");
        assertThat(note.getList("data.submitForm.userErrors.code")).containsExactly("UNKNOWN");
        assertThat(gateway.ask(
                                "everything",
                                "{ contact(id: \"%s\", locationId: \"%s\") { id notes { body } } }"
                                        .formatted(foreign.contact(), foreign.location()))
                        .getList("data.contact.notes"))
                .hasSize(1);
    }

    @Test
    void only_removers_delete_contacts() {
        String document =
                "mutation { submitForm(input: {deleteContactId: \"%s\", dryRun: true}) { plan { method } userErrors { code } } }"
                        .formatted(own.contact());

        assertThat(gateway.ask("submitter", document).getList("errors.extensions.code"))
                .containsExactly("FORBIDDEN");
        assertThat(gateway.ask("remover", document).getList("data.submitForm.plan.method"))
                .contains("DELETE");
    }

    @Test
    void submitter_learns_nothing_about_the_contact_it_writes() {
        String document = "mutation { submitForm(input: {wait: \"PT10S\", contact: {email: \"matrix@example.com\"}})"
                + " { submission { status } contact { firstName } tags } }";

        JsonPath answer = gateway.ask("submitter", document);

        assertThat(answer.getString("data.submitForm.submission.status")).isEqualTo("DONE");
        assertThat(answer.<Object>get("data.submitForm.contact")).isNull();
    }

    /** Whether the response has the requested data and no errors. */
    private static boolean isGiven(JsonPath answer) {
        Map<String, Object> data = answer.getMap("data");
        return answer.getList("errors") == null
                && data != null
                && data.values().stream().allMatch(Objects::nonNull);
    }

    /** Response without its cost, with requested IDs replaced, for comparison. */
    private static String comparable(String caller, String document, Sample sample) {
        Map<String, Object> answer = gateway.ask(caller, document).getMap("");
        answer.remove("extensions");
        return answer.toString()
                .replace(sample.location(), "LOCATION")
                .replace(sample.contact(), "CONTACT")
                .replace(sample.submission(), "SUBMISSION");
    }

    private static SchemaPaths paths(Sample sample) {
        String location = "locationId: \"" + sample.location() + "\"";
        return new SchemaPaths(
                schema,
                Map.of(
                        "Query.contact", "id: \"" + sample.contact() + "\", " + location,
                        "Query.contactBy", "email: \"" + sample.email() + "\", " + location,
                        "Query.contacts", location,
                        "Query.task",
                                "contactId: \"" + sample.contact() + "\", id: \"" + sample.task() + "\", " + location,
                        "Query.note",
                                "contactId: \"" + sample.contact() + "\", id: \"" + sample.note() + "\", " + location,
                        "Query.quota", location,
                        "Query.submission", "id: \"" + sample.submission() + "\"",
                        "Query.submissions", "filter: {" + location + "}",
                        "Mutation.submitForm",
                                "input: {" + location + ", dryRun: true, contact: {email: \"" + sample.email() + "\"}}",
                        "Subscription.submissionChanged", "id: \"" + sample.submission() + "\""));
    }
}
