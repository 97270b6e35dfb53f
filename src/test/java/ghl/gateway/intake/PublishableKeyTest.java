package ghl.gateway.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import ghl.gateway.access.key.AccessKey.FormRates;
import ghl.gateway.access.key.NewKey;
import ghl.gateway.fixture.Crm;
import ghl.gateway.fixture.Operator;
import ghl.gateway.fixture.TestKeys;
import ghl.gateway.submission.input.SubmitFormInput;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Publishable keys, which anyone can read in a page: what they may submit, and the answers they get. */
@QuarkusTest
@TestProfile(IntakeProfile.class)
class PublishableKeyTest {

    private static final String SUBMIT = """
            mutation($input: SubmitFormInput!) { submitForm(input: $input) {
              submission { id form status waitingFor reason replayed contactOutcome contactId createdAt updatedAt
                steps { kind } warnings { code } contact { id } }
              contact { id } tasks { id } notes { id } tags plan { path } userErrors { code message path } } }""";

    @Inject
    TestKeys keys;

    private String key;

    @BeforeEach
    void makeKey() {
        key = key(new FormRates(null, 1000));
    }

    @Test
    void known_and_unknown_persons_get_identical_answers_except_the_id() {
        Crm.main().contact(Map.of("email", "pk.known@example.com", "firstName", "Known"));

        String known = graph(input("pk.known@example.com")).asString();
        String unknown = graph(input("pk.unknown@example.com")).asString();

        assertThat(withoutId(known)).isEqualTo(withoutId(unknown));
        assertThat(known)
                .contains("\"status\":\"QUEUED\"", "\"contactId\":null", "\"createdAt\":null", "\"userErrors\":[]");
        assertThat(withoutId(intake("{\"name\":\"A\",\"email\":\"pk.known@example.com\"}")
                        .asString()))
                .isEqualTo(withoutId(intake("{\"name\":\"B\",\"email\":\"pk.stranger@example.com\"}")
                        .asString()))
                .isEqualTo("{\"id\":\"\",\"status\":\"QUEUED\"}");
    }

    @ParameterizedTest
    @MethodSource
    void other_input_field_is_forbidden_before_any_lookup(String field, Object value) {
        Map<String, Object> input = new HashMap<>(input("pk.field@example.com"));
        input.put(field, value);

        Response response = graph(input);

        assertForbidden(response);
        assertThat(response.jsonPath().getInt("extensions.highlevel.calls")).isZero();
    }

    static Stream<Arguments> other_input_field_is_forbidden_before_any_lookup() {
        return Stream.of(
                Arguments.of("locationId", "sbxMainLocation00001"),
                Arguments.of("match", Map.of("email", "a@example.com")),
                Arguments.of("contactPolicy", "UPDATE_ONLY"),
                Arguments.of("contact", Map.of("email", "a@example.com")),
                Arguments.of("tasks", Map.of("title", "t")),
                Arguments.of("notes", Map.of("body", "n")),
                Arguments.of("tags", List.of("t")),
                Arguments.of("updateTasks", List.of(Map.of("id", "t1", "completed", true))),
                Arguments.of("updateNotes", List.of(Map.of("id", "n1", "body", "n"))),
                Arguments.of("remove", Map.of("tags", List.of("t"))),
                Arguments.of("deleteContactId", "c1"),
                Arguments.of("consent", Map.of("text", "I agree", "channels", List.of("SMS", "EMAIL"))),
                Arguments.of("wait", "PT1S"),
                Arguments.of("dryRun", true));
    }

    @Test
    void every_input_field_is_allowed_or_forbidden_on_purpose() {
        Stream<Object> forbidden = other_input_field_is_forbidden_before_any_lookup()
                .map(field -> field.get()[0].equals("wait") ? "waitAtMost" : field.get()[0]);

        assertThat(Arrays.stream(SubmitFormInput.class.getRecordComponents()).map(RecordComponent::getName))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(Stream.of("form", "answers", "context", "idempotencyKey"), forbidden)
                                .map(String::valueOf)
                                .toList());
    }

    @Test
    void consent_follows_from_the_answers_and_covers_the_channels_of_the_definition() {
        Map<String, Object> input = new HashMap<>(input("pk.consent@example.com"));
        input.put(
                "answers",
                List.of(
                        Map.of("field", "name", "value", "Ada"),
                        Map.of("field", "email", "value", "pk.consent@example.com"),
                        Map.of("field", "newsletter", "value", "yes")));

        String id = graph(input).jsonPath().getString("data.submitForm.submission.id");

        String contactId = Operator.awaitStatus(id, "DONE").getString("contactId");
        JsonPath contact = Crm.main().get("/contacts/" + contactId);
        assertThat(contact.getString("contact.dndSettings.Email.status")).isEqualTo("inactive");
        assertThat(contact.getString("contact.dndSettings.SMS")).isNull();
        assertThat(Crm.main().get("/contacts/" + contactId + "/notes").getString("notes[0].body"))
                .contains("(EMAIL): I would like to receive the newsletter by e-mail.");
    }

    @Test
    void other_form_is_forbidden_whether_or_not_it_exists() {
        assertForbidden(graph(Map.of("form", "guarded")));
        assertThat(graph(Map.of("form", "no-such-form")).asString())
                .isEqualTo(graph(Map.of("form", "guarded")).asString());
        assertForbidden(graph(Map.of("tags", List.of("t"))));
        assertThat(shown("guarded", "{}").statusCode()).isEqualTo(403);
        assertThat(shown("no-such-form", "{}").asString())
                .isEqualTo(shown("guarded", "{}").asString());
    }

    @Test
    void repeat_does_not_reveal_the_first_submissions_status() {
        Map<String, Object> input = new HashMap<>(input("pk.repeat@example.com"));
        input.put("idempotencyKey", "order-1");

        String first = graph(input).asString();

        assertThat(graph(input).asString()).isEqualTo(first);
    }

    @Test
    void queries_are_forbidden() {
        for (String query :
                List.of("{ contacts { nodes { id } } }", "{ submissions { totalCount } }", "{ quota { remaining } }")) {
            Response response = given().contentType(ContentType.JSON)
                    .header("Authorization", "Bearer " + key)
                    .body(Map.of("query", query))
                    .post("/graphql");

            assertThat(response.jsonPath().getString("errors[0].extensions.code"))
                    .as(query)
                    .isEqualTo("FORBIDDEN");
        }
    }

    @Test
    void unlisted_origin_is_rejected() {
        Response response = request()
                .header("Origin", "https://evil.example")
                .body("{\"name\":\"A\",\"email\":\"pk.evil@example.com\"}")
                .post("/forms/contact");

        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.header("Access-Control-Allow-Origin")).isNull();
        assertThat(intake("{\"name\":\"A\",\"email\":\"pk.good@example.com\"}").header("Access-Control-Allow-Origin"))
                .isEqualTo("https://www.example.com");
    }

    @Test
    void rate_limit_of_a_key_covers_rest_and_graphql() {
        key = key(new FormRates(2, 1000));

        assertThat(intake("{\"name\":\"A\",\"email\":\"pk.rate1@example.com\"}").statusCode())
                .isEqualTo(202);
        assertThat(graph(input("pk.rate2@example.com")).jsonPath().getString("data.submitForm.submission.status"))
                .isEqualTo("QUEUED");
        assertThat(intake("{\"name\":\"A\",\"email\":\"pk.rate3@example.com\"}").statusCode())
                .isEqualTo(429);
        assertThat(graph(input("pk.rate4@example.com")).jsonPath().getList("errors.extensions.code"))
                .containsExactly("RATE_LIMITED");
    }

    @Test
    void address_over_its_limit_does_not_use_up_the_keys_limit() {
        key = key(new FormRates(2, 1));

        for (int form = 1; form <= 4; form++) {
            from("198.51.100.66", "pk.flood" + form + "@example.com");
        }
        Response other = from("198.51.100.67", "pk.other@example.com");

        assertThat(other.statusCode()).isEqualTo(202);
        assertThat(Operator.look(Post.accepted(other).getString("id")).getString("status"))
                .isNotEqualTo("QUARANTINED");
    }

    private Response from(String address, String email) {
        return request()
                .header("Origin", "https://www.example.com")
                .header("X-Forwarded-For", address)
                .body("{\"name\":\"A\",\"email\":\"" + email + "\"}")
                .post("/forms/contact");
    }

    @Test
    void missing_answer_is_reported() {
        Response response = intake("{\"name\":\"A\"}");

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(response.contentType()).isEqualTo("application/problem+json");
        assertThat(response.jsonPath().getString("code")).isEqualTo("INVALID_INPUT");
        assertThat(response.jsonPath().getString("userErrors[0].code")).isEqualTo("REQUIRED");
    }

    @Test
    void address_that_is_none_is_reported() {
        Response response = intake("{\"name\":\"A\",\"email\":\"ada@example\"}");

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(response.jsonPath().getList("userErrors.code")).containsExactly("INVALID");
        assertThat(response.jsonPath().getString("userErrors[0].message")).startsWith("E-mail (email) must be");
    }

    @Test
    void unknown_key_is_rejected() {
        key = "pk_abcdefghijkm_" + "A".repeat(43);

        assertThat(intake("{}").statusCode()).isEqualTo(401);
    }

    /** The mutation itself: an accepted one also has errors, at fields that the key may not read. */
    private static void assertForbidden(Response response) {
        assertThat(response.jsonPath().getList("errors.extensions.code")).containsExactly("FORBIDDEN");
        assertThat(response.jsonPath().getList("errors.path")).containsExactly(List.of("submitForm"));
    }

    private String key(FormRates rates) {
        return keys.make(NewKey.publishable("a page", "contact", Set.of("https://www.example.com"), rates));
    }

    private static Map<String, Object> input(String email) {
        return Map.of(
                "form",
                "contact",
                "answers",
                List.of(Map.of("field", "name", "value", "Ada"), Map.of("field", "email", "value", email)),
                "context",
                Map.of("pageTitle", "Contact us"));
    }

    private Response graph(Map<String, Object> input) {
        return given().contentType(ContentType.JSON)
                .header("Authorization", "Bearer " + key)
                .body(Map.of("query", SUBMIT, "variables", Map.of("input", input)))
                .post("/graphql");
    }

    private Response intake(String body) {
        return request().header("Origin", "https://www.example.com").body(body).post("/forms/contact");
    }

    private Response shown(String form, String body) {
        return request().body(body).post("/forms/" + form);
    }

    private RequestSpecification request() {
        return given().contentType(ContentType.JSON).header("Authorization", "Bearer " + key);
    }

    private static String withoutId(String answer) {
        return answer.replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "");
    }
}
