package ghl.gateway.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import ghl.gateway.fixture.Crm;
import ghl.gateway.fixture.Operator;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Plain HTML forms on public pages. */
@QuarkusTest
@TestProfile(IntakeProfile.class)
class PageFormTest {

    private static final Map<String, String> LISTED = Map.of("Origin", "https://www.example.com");

    @Test
    void form_redirects_to_an_allowed_page() {
        assertThat(next("https://www.example.com/thanks/{id}"))
                .matches("https://www\\.example\\.com/thanks/[0-9a-f-]{36}");
        assertThat(next("/grüße?ref=名")).isEqualTo("/gr%C3%BC%C3%9Fe?ref=%E5%90%8D");
        assertThat(next("/demo/{id}")).matches("/demo/[0-9a-f-]{36}");
    }

    @Test
    void form_does_not_redirect_to_any_other_page() {
        for (String elsewhere : new String[] {
            "https://evil.example/",
            "https://www.example.com.evil.example/thanks",
            "//evil.example/thanks",
            "https://www.example.com/thanksgiving",
            "https://www.example.com/thanks/../login",
            "javascript:alert(1)",
            "https://www.example.com\\@evil.example/thanks",
            "/\\evil.example",
            "https://www.example.com/thanks/%2E%2e/login",
            "/demo/%2f%2fevil.example"
        }) {
            assertThat(next(elsewhere)).as(elsewhere).isEqualTo("/forms/contact/thanks");
        }
    }

    @Test
    void unlisted_origin_is_rejected_and_listed_origin_gets_cors_headers() {
        Response foreign =
                Post.browser("contact", "name=A&email=a%40example.com", Map.of("Origin", "https://evil.example"));
        Response listed = Post.request("{\"name\":\"L\",\"email\":\"listed@example.com\"}", Post.JSON)
                .headers(LISTED)
                .post("/forms/contact");

        assertThat(foreign.statusCode()).isEqualTo(403);
        assertThat(foreign.header("Access-Control-Allow-Origin")).isNull();
        assertThat(listed.statusCode()).isEqualTo(202);
        assertThat(listed.header("Access-Control-Allow-Origin")).isEqualTo("https://www.example.com");
        assertThat(given().headers(LISTED)
                        .header("Access-Control-Request-Method", "POST")
                        .options("/forms/contact")
                        .header("Access-Control-Allow-Headers"))
                .contains("Content-Type");
    }

    @Test
    void known_and_unknown_persons_get_the_same_answer() {
        Crm.main().contact(Map.of("email", "known@example.com", "firstName", "Known"));

        Response known = page("name=A&email=known%40example.com");
        Response unknown = page("name=A&email=unknown%40example.com");

        assertThat(withoutId(known)).isEqualTo(withoutId(unknown)).isEqualTo("{\"id\":\"\",\"status\":\"QUEUED\"}");
        assertThat(known.headers().asList().stream().map(Object::toString).sorted())
                .isEqualTo(unknown.headers().asList().stream()
                        .map(Object::toString)
                        .sorted()
                        .toList());
    }

    @Test
    void repeat_does_not_reveal_the_first_submissions_status() {
        String first = Post.accepted(page("name=R&email=repeat%40example.com")).getString("id");
        Operator.awaitStatus(first, "DONE");

        JsonPath again = Post.accepted(page("name=R&email=repeat%40example.com"));

        assertThat(again.getString("id")).isEqualTo(first);
        assertThat(again.getString("status")).isEqualTo("QUEUED");
    }

    @Test
    void filled_honeypot_is_quarantined_without_notice() {
        JsonPath taken = Post.accepted(page("name=Bot&email=bot%40example.com&homepage=http%3A%2F%2Fspam.example"));

        assertThat(taken.getString("status")).isEqualTo("QUEUED");
        String id = taken.getString("id");
        assertThat(Operator.look(id).getString("status")).isEqualTo("QUARANTINED");

        Operator.post("/submissions/" + id + "/approve", Map.of(), 200);

        assertThat(Operator.awaitStatus(id, "DONE").getString("contactId")).isNotBlank();
    }

    @Test
    void form_sent_too_fast_is_quarantined() {
        long now = System.currentTimeMillis();

        assertThat(status(guarded("one", "203.0.113.1", now - 10_000))).isNotEqualTo("QUARANTINED");
        assertThat(status(guarded("two", "203.0.113.1", now))).isEqualTo("QUARANTINED");
        assertThat(status(guarded("three", "203.0.113.1", now + 60_000))).isEqualTo("QUARANTINED");
        assertThat(status(guarded("four", "203.0.113.2", null)))
                .as("page never opened")
                .isEqualTo("QUARANTINED");
    }

    @Test
    void address_over_its_limit_is_quarantined_then_rate_limited() {
        for (int form = 0; form < 3; form++) {
            assertThat(status(guarded("often" + form, "203.0.113.7", 0L))).isNotEqualTo("QUARANTINED");
        }
        for (int form = 3; form < 5; form++) {
            assertThat(status(guarded("often" + form, "203.0.113.7:51442", 0L)))
                    .as("behind an untrusted proxy all people share one address, so the form is kept")
                    .isEqualTo("QUARANTINED");
        }

        Response refused = guarded("often", "203.0.113.7", 0L);

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.header("Retry-After")).isEqualTo("60");
        assertThat(refused.jsonPath().getLong("retryAfterMs")).isEqualTo(60_000);
        assertThat(status(guarded("other", "203.0.113.8", 0L))).isNotEqualTo("QUARANTINED");
        assertThat(guarded("forged", "198.51.100.1, 203.0.113.7", 0L).statusCode())
                .as("addresses left of the client may be forged")
                .isEqualTo(429);
    }

    @Test
    void full_quarantine_refuses_spam_like_the_rate_limit_and_keeps_honest_forms() {
        List<String> kept = new ArrayList<>();
        Response last = flooded("homepage=x");
        while (last.statusCode() == 202 && kept.size() < 30) {
            kept.add(last.jsonPath().getString("id"));
            last = flooded("homepage=x");
        }

        assertThat(last.statusCode()).isEqualTo(429);
        assertThat(last.jsonPath().getString("detail")).isEqualTo("Too many submissions: try again later");
        assertThat(status(flooded(""))).isNotEqualTo("QUARANTINED");
        assertThat(Operator.look(kept.get(0)).getString("status")).isEqualTo("QUARANTINED");
        assertThat(given().get("/ops/forms").jsonPath().getString("forms.find { it.form == 'flooded' }.warnings"))
                .contains("quarantine is 9")
                .contains("SUBMISSION_QUARANTINE_SIZE");

        Operator.post("/submissions/" + kept.get(0) + "/discard", Map.of(), 200);

        assertThat(flooded("homepage=x").statusCode())
                .as("discarding makes room")
                .isEqualTo(202);
        assertThat(flooded("homepage=x").statusCode()).isEqualTo(429);
    }

    private static Response flooded(String more) {
        String message = UUID.randomUUID() + "x".repeat(3000);
        return Post.request("email=crowd%40example.com&message=" + message + "&" + more, Post.FORM)
                .post("/forms/flooded");
    }

    @Test
    void missing_answer_is_shown_on_a_page() {
        Response response = Post.browser("contact", "name=A&email=", Map.of());

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(response.contentType()).contains("text/html");
        assertThat(response.asString()).contains("Your form was not sent", "<li>E-mail (email) must be answered</li>");
        assertThat(response.header("Content-Security-Policy")).contains("default-src 'none'");
    }

    @Test
    void cut_answer_of_a_page_is_told_to_the_operator() {
        Response response = page("name=Long&email=long.page@example.com&extra=" + "x".repeat(20_001));

        JsonPath receipt = Operator.awaitStatus(response.jsonPath().getString("id"), "DONE");
        assertThat(receipt.getList("warnings.code")).contains("ANSWERS_CUT");
    }

    @Test
    void form_without_any_answer_is_rejected() {
        Response strange = page("colour=red");
        Response empty = Post.json("open", "{}");
        Response other = Post.json("open", "{\"colour\":\"red\"}");

        assertThat(strange.statusCode()).isEqualTo(422);
        assertThat(strange.jsonPath().getList("userErrors.message"))
                .containsExactly("Name (name) must be answered", "E-mail (email) must be answered");
        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(other.statusCode()).as("nothing is required").isEqualTo(422);
        assertThat(other.jsonPath().getList("userErrors.message"))
                .containsExactly("At least one of the form's questions must be answered");
        assertThat(Post.json("open", "{\"Message\":\"hi\",\"email\":\"open@example.com\"}")
                        .statusCode())
                .isEqualTo(202);
    }

    @Test
    void malformed_body_of_a_page_is_refused() {
        assertThat(Post.json("open", "{\"message\":\"").statusCode()).isEqualTo(400);
    }

    @Test
    void get_request_shows_a_page() {
        Response response = given().header("Accept", Post.BROWSER).get("/forms/contact");

        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.header("Allow")).contains("POST");
        assertThat(response.asString()).contains("<li>Send the form with POST: choose POST as the method");
    }

    @Test
    void submitted_values_do_not_appear_in_the_page() {
        Response response =
                Post.browser("contact", "name=%3Cscript%3E&email=%3Cscript%3Ealert(1)%3C/script%3E", Map.of());

        assertThat(response.asString()).doesNotContain("<script>");
    }

    private static String next(String next) {
        Response response = given().config(Post.UNMODIFIED)
                .contentType("application/x-www-form-urlencoded")
                .header("Accept", Post.BROWSER)
                .formParam("name", "Next")
                .formParam("email", "next@example.com")
                .formParam("_next", next)
                .post("/forms/contact");
        assertThat(response.statusCode()).isEqualTo(303);
        return response.header("Location");
    }

    private static Response page(String fields) {
        return Post.request(fields, Post.FORM).headers(LISTED).post("/forms/contact");
    }

    private static Response guarded(String name, String forwardedFor, Long opened) {
        String fields = "email=" + name + "%40example.com" + (opened == null ? "" : "&_opened=" + opened);
        return Post.request(fields, Post.FORM)
                .headers(LISTED)
                .header("X-Forwarded-For", forwardedFor)
                .post("/forms/guarded");
    }

    private static String status(Response response) {
        return Operator.look(Post.accepted(response).getString("id")).getString("status");
    }

    private static String withoutId(Response response) {
        return response.asString().replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "");
    }
}
