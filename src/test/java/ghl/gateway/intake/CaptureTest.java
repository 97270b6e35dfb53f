package ghl.gateway.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import ghl.gateway.fixture.Crm;
import ghl.gateway.fixture.Operator;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Capture of an unknown sender's first bodies, with a draft definition. */
@QuarkusTest
@TestProfile(IntakeProfile.class)
class CaptureTest {

    @Test
    void captured_bodies_show_answer_names_and_a_draft() {
        String path = open("powr-contact");

        JsonPath answer = Post.accepted(
                Post.json(
                        path,
                        "{\"fields\":[{\"label\":\"Your Name\",\"value\":\"Ada\"},{\"label\":\"E-mail\",\"value\":\"ada@example.com\"}]}"));
        assertThat(answer.getString("status")).isEqualTo("CAPTURED");
        Post.accepted(
                Post.request("Your+Name=Ben&Phone=%2B12125550101", Post.FORM).post("/forms/" + path));

        JsonPath captured = given().get("/ops/forms/powr-contact/capture").jsonPath();
        assertThat(captured.getList("bodies")).hasSize(2);
        assertThat(captured.getMap("bodies[0].answers").keySet().toString()).isEqualTo("[Your Name, E-mail]");
        assertThat(given().get("/ops/forms/powr-contact/capture/definition").asString())
                .contains("your_name:", "label: Your Name", "email: \"{e_mail}\"", "phone: \"{phone}\"", "- type: link")
                .doesNotContain("ada@example.com", "Ada");
    }

    @Test
    void new_sender_of_a_defined_form_is_captured_before_the_definition_names_it() {
        String path = open("contact");

        assertThat(Post.accepted(Post.json(path, "{\"n\":1}")).getString("status"))
                .isEqualTo("CAPTURED");
        assertThat(bodies("contact")).isEqualTo(1);
        given().delete("/ops/forms/contact/capture").then().statusCode(200);
    }

    @Test
    void body_that_cannot_be_read_is_shown_as_received_with_its_problem() {
        String path = open("unreadable");
        byte[] binary = {'{', 0, (byte) 0xFF};
        Post.accepted(Post.request("{\"email\": \"line\nend", "application/json; charset=utf-8")
                .post("/forms/" + path));
        Post.accepted(given().config(Post.UNMODIFIED)
                .header("Content-Type", "application/json")
                .body(binary)
                .post("/forms/" + path));

        JsonPath captured = given().get("/ops/forms/unreadable/capture").jsonPath();

        assertThat(captured.<String>getList("bodies.problem")).hasSize(2).allMatch(problem -> !problem.isBlank());
        assertThat(captured.<String>getList("bodies.raw"))
                .containsExactly("{\"email\": \"line\nend", Base64.getEncoder().encodeToString(binary));
        assertThat(captured.<String>getList("bodies.rawEncoding")).containsExactly("text", "base64");
        assertThat(captured.getString("bodies[0].contentType")).isEqualTo("application/json; charset=utf-8");
        assertThat(captured.getString("definition")).isNull();
        assertThat(given().get("/ops/forms/unreadable/capture/definition")
                        .then()
                        .statusCode(404)
                        .extract()
                        .jsonPath()
                        .getString("detail"))
                .startsWith("No readable body was captured");
    }

    @Test
    void link_of_a_form_that_does_not_exist_says_so() {
        assertThat(Operator.refusal("/forms/no-such-form/links", Map.of("sender", "link"), 400))
                .startsWith("There is no form no-such-form");
    }

    @Test
    void long_body_is_shown_with_its_start() {
        String path = open("long-body");
        Post.accepted(Post.json(path, "{\"email\":\"ada@example.com\",\"text\":\"" + "x".repeat(400_000) + "\"}"));

        JsonPath captured = given().get("/ops/forms/long-body/capture").jsonPath();

        assertThat(captured.getString("bodies[0].raw")).hasSize(20_000).startsWith("{\"email\"");
        assertThat(captured.getBoolean("bodies[0].rawCut")).isTrue();
        assertThat(captured.getString("definition")).contains("email: \"{email}\"");
    }

    @Test
    void headers_are_kept_without_credentials() {
        String path = open("signed-lead");
        Post.accepted(Post.request(Post.sample("typeform.json"), Post.JSON)
                .header("Typeform-Signature", "sha256=c2VjcmV0")
                .header("Authorization", "Bearer sk_secret")
                .header("Cookie", "session=secret")
                .post("/forms/" + path));

        JsonPath captured = given().get("/ops/forms/signed-lead/capture").jsonPath();

        assertThat(captured.getString("bodies[0].sender")).isEqualTo("typeform");
        assertThat(captured.getMap("bodies[0].headers"))
                .containsOnlyKeys("typeform-signature")
                .doesNotContainValue("sha256=c2VjcmV0");
        assertThat(captured.getString("definition"))
                .as("the address of the capture serves no sender that signs")
                .contains("- type: link");
    }

    @Test
    void captured_bodies_are_limited_and_deleted_on_request() {
        String path = open("flood");
        for (int body = 0; body < 8; body++) {
            assertThat(Post.json(path, "{\"n\":" + body + "}").statusCode()).isEqualTo(200);
        }

        assertThat(given().get("/ops/forms/flood/capture").jsonPath().getList("bodies"))
                .hasSize(5);
        given().delete("/ops/forms/flood/capture").then().statusCode(200);
        assertThat(given().get("/ops/forms/flood/capture").jsonPath().getList("bodies"))
                .isEmpty();
        assertThat(Post.json(path, "{}").statusCode()).as("closed").isEqualTo(404);
    }

    @Test
    void erasing_a_person_deletes_captured_bodies_of_the_location() {
        String unknown = open("not-yet-defined");
        String quote = open("quote");
        String email = "{\"email\":\"caught@example.com\"}";
        Post.accepted(Post.json(unknown, email));
        Post.accepted(Post.json(quote, email));

        erase(Crm.fresh().locationId());

        assertThat(bodies("not-yet-defined")).as("may belong to any location").isZero();
        assertThat(bodies("quote")).as("another location's").isEqualTo(1);

        erase(Crm.main().locationId());

        assertThat(bodies("quote")).isZero();
        Post.accepted(Post.json(unknown, "{}"));
        assertThat(bodies("not-yet-defined")).as("it is still open").isEqualTo(1);
    }

    @Test
    void test_lead_of_google_ads_is_shown_and_drafted() {
        String path = open("google-test");
        Post.accepted(Post.json(
                path,
                "{\"lead_id\":\"L1\",\"user_column_data\":[{\"column_id\":\"EMAIL\",\"string_value\":\"test@example.com\"}],"
                        + "\"google_key\":\"k\",\"is_test\":true}"));

        JsonPath captured = given().get("/ops/forms/google-test/capture").jsonPath();

        assertThat(captured.getString("bodies[0].problem")).contains("test");
        assertThat(captured.getString("definition")).contains("email: \"{email}\"");
    }

    @Test
    void name_in_the_json_of_unbounce_is_drafted() {
        String path = open("unbounce-lead");
        Post.accepted(Post.request(
                        "variant=a&data.xml=%3Cform_data%2F%3E&data.json="
                                + "%7B%22name%22%3A%5B%22Ada+X%22%5D%2C%22email%22%3A%5B%22a%40example.com%22%5D%7D",
                        Post.FORM)
                .post("/forms/" + path));

        assertThat(given().get("/ops/forms/unbounce-lead/capture/definition").asString())
                .contains("name: \"{data_json_name}\"", "email: \"{data_json_email}\"")
                .doesNotContain("variant", "xml");
    }

    /** The note would leave them out, if the definition did not ask for them. */
    @Test
    void secrets_are_not_drafted() {
        Post.accepted(Post.json(
                open("with-secrets"),
                "{\"E-Mail-Adresse\":\"ada@example.com\",\"Passwort\":\"geheim\",\"Kreditkarte\":\"4111111111111111\","
                        + "\"パスワード\":\"himitsu\",\"Secret wish\":\"a boat\"}"));

        assertThat(given().get("/ops/forms/with-secrets/capture/definition").asString())
                .contains("Secret wish")
                .doesNotContain("Passwort", "Kreditkarte", "パスワード");
    }

    private static void erase(String locationId) {
        Operator.post("/persons/erase", Map.of("email", "caught@example.com", "locationId", locationId), 200);
    }

    private static int bodies(String form) {
        return given().get("/ops/forms/" + form + "/capture")
                .jsonPath()
                .getList("bodies")
                .size();
    }

    @Test
    void request_without_the_link_is_not_captured() {
        open("closed-form");

        assertThat(Post.json("closed-form", "{}").statusCode()).isEqualTo(404);
        assertThat(given().get("/ops/forms/closed-form/capture").jsonPath().getList("bodies"))
                .isEmpty();
    }

    private static String open(String form) {
        return Operator.post("/forms/" + form + "/capture", Map.of(), 200)
                .getString("path")
                .replaceFirst("/forms/", "");
    }
}
