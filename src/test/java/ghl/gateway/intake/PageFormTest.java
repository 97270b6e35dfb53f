package ghl.gateway.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import ghl.gateway.fixture.Crm;
import ghl.gateway.fixture.Operator;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Plain HTML forms of pages that anybody can open. */
@QuarkusTest
@TestProfile(IntakeProfile.class)
class PageFormTest {

    private static final Map<String, String> LISTED = Map.of("Origin", "https://www.example.com");

    @Test
    void a_page_leads_on_to_where_its_definition_lets_it() {
        assertThat(next("https://www.example.com/thanks/{id}"))
                .matches("https://www\\.example\\.com/thanks/[0-9a-f-]{36}");
        assertThat(next("/grüße?ref=名")).isEqualTo("/gr%C3%BC%C3%9Fe?ref=%E5%90%8D");
        assertThat(next("/demo/{id}")).matches("/demo/[0-9a-f-]{36}");
    }

    @Test
    void a_page_leads_on_to_nowhere_else() {
        for (String elsewhere : new String[] {
            "https://evil.example/", "https://www.example.com.evil.example/thanks", "//evil.example/thanks",
            "https://www.example.com/thanksgiving", "https://www.example.com/thanks/../login", "javascript:alert(1)",
            "https://www.example.com\\@evil.example/thanks", "/\\evil.example"
        }) {
            assertThat(next(elsewhere)).as(elsewhere).isEqualTo("/forms/contact/thanks");
        }
    }

    @Test
    void a_page_of_another_site_is_refused_and_one_of_the_listed_site_may_read_the_answer() {
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
    void a_repeat_is_told_nothing_of_what_has_become_of_the_first() {
        String first = Post.taken(page("name=R&email=repeat%40example.com")).getString("id");
        Operator.awaitStatus(first, "DONE");

        JsonPath again = Post.taken(page("name=R&email=repeat%40example.com"));

        assertThat(again.getString("id")).isEqualTo(first);
        assertThat(again.getString("status")).isEqualTo("QUEUED");
    }

    @Test
    void whoever_falls_into_the_honeypot_is_set_aside_and_told_nothing() {
        JsonPath taken = Post.taken(page("name=Bot&email=bot%40example.com&homepage=http%3A%2F%2Fspam.example"));

        assertThat(taken.getString("status")).isEqualTo("QUEUED");
        String id = taken.getString("id");
        assertThat(Operator.look(id).getString("status")).isEqualTo("QUARANTINED");

        Operator.post("/submissions/" + id + "/approve", Map.of(), 200);

        assertThat(Operator.awaitStatus(id, "DONE").getString("contactId")).isNotBlank();
    }

    @Test
    void whoever_is_faster_than_people_is_set_aside() {
        long now = System.currentTimeMillis();

        assertThat(status(guarded("one", "203.0.113.1", now - 10_000))).isNotEqualTo("QUARANTINED");
        assertThat(status(guarded("two", "203.0.113.1", now))).isEqualTo("QUARANTINED");
        assertThat(status(guarded("three", "203.0.113.1", now + 60_000))).isEqualTo("QUARANTINED");
        assertThat(status(guarded("four", "203.0.113.2", null)))
                .as("never opened it")
                .isEqualTo("QUARANTINED");
    }

    @Test
    void whoever_sends_too_often_is_set_aside_and_then_told_to_wait_and_nobody_else() {
        for (int form = 0; form < 3; form++) {
            assertThat(status(guarded("often" + form, "203.0.113.7", 0L))).isNotEqualTo("QUARANTINED");
        }
        for (int form = 3; form < 5; form++) {
            assertThat(status(guarded("often" + form, "203.0.113.7:51442", 0L)))
                    .as("behind a proxy that nobody named everybody has one address, and nobody's form is lost")
                    .isEqualTo("QUARANTINED");
        }

        Response refused = guarded("often", "203.0.113.7", 0L);

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.header("Retry-After")).isEqualTo("60");
        assertThat(status(guarded("other", "203.0.113.8", 0L))).isNotEqualTo("QUARANTINED");
        assertThat(guarded("forged", "198.51.100.1, 203.0.113.7", 0L).statusCode())
                .as("what stands left of the client anybody may write")
                .isEqualTo(429);
    }

    @Test
    void people_are_told_on_a_page_what_is_missing() {
        Response response = Post.browser("contact", "name=A&email=", Map.of());

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(response.contentType()).contains("text/html");
        assertThat(response.asString()).contains("This was not sent", "<li>E-mail (email) must be answered</li>");
        assertThat(response.header("Content-Security-Policy")).contains("default-src 'none'");
    }

    @Test
    void whoever_opens_the_address_of_a_form_reads_a_page() {
        Response response = given().header("Accept", Post.BROWSER).get("/forms/contact");

        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.header("Allow")).contains("POST");
        assertThat(response.asString()).contains("<li>A form is sent with POST</li>");
    }

    @Test
    void nothing_that_is_sent_comes_back_as_part_of_the_page() {
        Response response =
                Post.browser("contact", "name=%3Cscript%3E&email=%3Cscript%3Ealert(1)%3C/script%3E", Map.of());

        assertThat(response.asString()).doesNotContain("<script>");
    }

    private static String next(String next) {
        Response response = given().config(Post.AS_IT_IS)
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
        return Operator.look(Post.taken(response).getString("id")).getString("status");
    }

    private static String withoutId(Response response) {
        return response.asString().replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "");
    }
}
