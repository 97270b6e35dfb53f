package ghl.gateway.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import ghl.gateway.fixture.Operator;
import ghl.gateway.fixture.Patience;
import ghl.gateway.form.definition.SenderType;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Authentication of senders, and the answers they get. */
@QuarkusTest
@TestProfile(IntakeProfile.class)
class IntakeTest {

    @ParameterizedTest
    @CsvSource({
        "TYPEFORM, typeform.json",
        "TALLY, tally.json",
        "WEBFLOW, webflow.json",
        "STANDARD_WEBHOOKS, standard-webhooks.json"
    })
    void repeat_returns_first_receipt(SenderType sender, String sample) {
        String body = Post.sample(sample);

        String first =
                Post.accepted(Post.signed("quote", sender, body, Instant.now())).getString("id");
        Operator.awaitStatus(first, "DONE");
        JsonPath again =
                Post.accepted(Post.signed("quote", sender, body, Instant.now().plusSeconds(1)));

        assertThat(again.getString("id")).isEqualTo(first);
        assertThat(again.getString("status")).isEqualTo("DONE");
    }

    @ParameterizedTest
    @EnumSource(names = {"TYPEFORM", "TALLY", "WEBFLOW", "STANDARD_WEBHOOKS"})
    void wrong_signature_is_rejected(SenderType sender) {
        String signed = "{\"data\":{\"email\":\"a@example.com\"}}";
        Response response = Post.request(signed + " ", Post.JSON)
                .headers(Signatures.of(sender, IntakeProfile.SECRET, signed, Instant.now()))
                .post("/forms/quote");

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.jsonPath().getString("code")).isEqualTo("UNAUTHENTICATED");
    }

    @ParameterizedTest
    @EnumSource(names = {"WEBFLOW", "STANDARD_WEBHOOKS"})
    void old_signature_is_rejected(SenderType sender) {
        Instant old = Instant.now().minus(Duration.ofMinutes(6));

        Response response = Post.signed("quote", sender, Post.sample("webflow.json"), old);

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.jsonPath().getString("detail")).contains("too old");
    }

    @Test
    void missing_signature_is_rejected() {
        Response response = Post.json("quote", Post.sample("typeform.json"));

        assertThat(response.statusCode()).isEqualTo(401);
    }

    @Test
    void signature_of_undefined_sender_is_rejected() {
        Response response = Post.signed("newsletter", SenderType.TYPEFORM, Post.sample("typeform.json"), Instant.now());

        assertThat(response.statusCode()).isEqualTo(401);
    }

    @Test
    void secret_address_uses_its_senders_format() {
        String body = Post.sample("gravity-forms-all-fields.json");

        String first = Post.accepted(Post.json("quote/" + IntakeProfile.PATH_SECRET, body))
                .getString("id");
        String again = Post.accepted(Post.json("quote/" + IntakeProfile.PATH_SECRET, body))
                .getString("id");
        String edited = Post.accepted(Post.json("quote/" + IntakeProfile.PATH_SECRET, body.replace("plumber", "tiler")))
                .getString("id");

        assertThat(again).isEqualTo(first);
        assertThat(edited).isNotEqualTo(first);
        assertThat(Operator.awaitStatus(first, "DONE").getString("contactId")).isNotBlank();
    }

    @Test
    void link_works_until_it_is_revoked() {
        JsonPath link = Operator.post("/forms/quote/links", Map.of("sender", "link"), 200);
        String path = link.getString("path").replaceFirst("/forms/", "");
        String body = "{\"email\":\"link@example.com\",\"first_name\":\"Lin\"}";

        assertThat(Post.json(path, body).statusCode()).isEqualTo(202);
        assertThat(Post.json("newsletter/" + path.split("/")[1], body).statusCode())
                .as("a link is valid for one form only")
                .isEqualTo(404);

        given().header("Authorization", "Basic c2VuZGVyOm93bg==")
                .contentType("application/json")
                .body("{\"email\":\"own@example.com\"}")
                .post("/forms/" + path)
                .then()
                .statusCode(202);

        given().delete("/ops/forms/quote/links/" + link.getString("id")).then().statusCode(200);

        assertThat(Post.json(path, body).statusCode()).isEqualTo(404);
        assertThat(given().get("/ops/forms/quote/links").asString()).doesNotContain(path.split("/")[1]);
    }

    @Test
    void jotform_multipart_request_to_a_link_is_accepted() {
        JsonPath link = Operator.post("/forms/quote/links", Map.of("sender", "jotform"), 200);

        Response response = given().multiPart("formID", "233456789012345")
                .multiPart("submissionID", "5712345678901234567")
                .multiPart("rawRequest", Post.sample("jotform-raw-request.json"))
                .post(link.getString("path"));

        JsonPath receipt = Operator.awaitStatus(Post.accepted(response).getString("id"), "DONE");
        assertThat(receipt.getString("contactId")).isNotBlank();
    }

    @Test
    void unknown_form_and_unknown_link_get_the_same_answer() {
        String unknown = Post.json("no-such-form", "{}").asString();

        assertThat(Post.json("quote/guessed", "{}").asString()).isEqualTo(unknown);
        assertThat(Post.json("no-such-form/guessed", "{}").asString()).isEqualTo(unknown);
    }

    @Test
    void body_over_one_mebibyte_is_rejected() {
        String large = "{\"a\":\"" + "x".repeat(1024 * 1024) + "\"}";

        assertThat(Post.json("contact", large).statusCode()).isEqualTo(413);
        assertThat(Post.json("contact", "{\"a\":\"" + "x".repeat(1000 * 1024) + "\"}")
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void chunked_body_over_one_mebibyte_is_rejected() throws Exception {
        assertThat(chunked("{\"a\":\"" + "x".repeat(1024 * 1024) + "\"}")).isEqualTo(413);
        assertThat(chunked("{\"a\":\"" + "x".repeat(1000 * 1024) + "\"}")).isEqualTo(422);
    }

    /** Sends a chunked request without Content-Length. */
    private static int chunked(String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + RestAssured.port + "/forms/contact"))
                .version(HttpClient.Version.HTTP_1_1)
                .header("Content-Type", Post.JSON)
                .timeout(Duration.ofSeconds(30))
                .POST(HttpRequest.BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8))))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    /** Like PHP's curl with bodies over a megabyte. A client that is not told to continue waits. */
    @Test
    void sender_that_asks_is_told_to_continue() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + RestAssured.port + "/forms/contact"))
                .version(HttpClient.Version.HTTP_1_1)
                .header("Content-Type", Post.JSON)
                .expectContinue(true)
                .timeout(Patience.LIMIT)
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();

        assertThat(HttpClient.newHttpClient()
                        .send(request, HttpResponse.BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void browser_form_redirects_to_the_thanks_page() {
        Map<String, String> headers = new HashMap<>();
        Response response = Post.browser("contact", "name=Ida&email=soon@example.com", headers);

        assertThat(response.statusCode()).isEqualTo(303);
        assertThat(response.header("Location")).isEqualTo("/forms/contact/thanks");
        assertThat(given().get("/forms/contact/thanks").asString()).contains("Thank you");
    }

    @Test
    void other_methods_get_405_with_allow_header() {
        assertThat(given().get("/forms/quote").statusCode()).isEqualTo(405);
        assertThat(given().get("/forms/quote").header("Allow")).contains("POST");
    }
}
