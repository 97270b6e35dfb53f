package ghl.gateway.demo;

import static ghl.gateway.fixture.Patience.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.RedirectConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

/** The demo, used like a browser without JavaScript does. */
@QuarkusTest
class DemoTest {

    private static final String BROWSER = "text/html,application/xhtml+xml,*/*;q=0.8";

    @Test
    void submitted_form_appears_in_the_crm() {
        assertThat(given().get("/demo").asString())
                .contains("action=\"/forms/demo\"")
                .contains("value=\"/demo/{id}\"");

        String outcome = send(System.currentTimeMillis() - 10_000, "", "ida.demo@example.com")
                .header("Location");

        assertThat(outcome).startsWith("/demo/");
        String page =
                await().until(() -> given().get(outcome).asString(), html -> html.contains("Everything has arrived"));
        assertThat(page)
                .doesNotContain("http-equiv")
                .contains(
                        "Ida &lt;b&gt;", "web lead, bathroom, urgent", "Urgent: call Ida", "09:00 (America/New_York)");
    }

    @Test
    void only_records_of_this_submission_are_shown() {
        String first = send(System.currentTimeMillis() - 10_000, "", "twice.demo@example.com", "kitchen")
                .header("Location");
        String second = send(System.currentTimeMillis() - 10_000, "", "twice.demo@example.com", "bathroom")
                .header("Location");

        String page =
                await().until(() -> given().get(second).asString(), html -> html.contains("Everything has arrived"));
        assertThat(page).contains("about the bathroom").doesNotContain("about the kitchen");
        assertThat(given().get(first).asString()).contains("about the kitchen").doesNotContain("about the bathroom");
    }

    @Test
    void quarantined_form_shows_the_reason() {
        String outcome = send(System.currentTimeMillis() - 10_000, "http://spam.example", "machine@example.com")
                .header("Location");

        assertThat(given().get(outcome).asString()).contains("looks like spam").doesNotContain("http-equiv");
    }

    @Test
    void unknown_id_is_not_found() {
        assertThat(given().get("/demo/no-such-id").statusCode()).isEqualTo(404);
    }

    private static Response send(long opened, String homepage, String email) {
        return send(opened, homepage, email, "bathroom");
    }

    private static Response send(long opened, String homepage, String email, String service) {
        return given().config(RestAssuredConfig.config()
                        .redirect(RedirectConfig.redirectConfig().followRedirects(false)))
                .header("Accept", BROWSER)
                .contentType("application/x-www-form-urlencoded; charset=utf-8")
                .formParam("_next", "/demo/{id}")
                .formParam("_opened", opened)
                .formParam("name", "Ida <b>")
                .formParam("email", email)
                .formParam("service", service)
                .formParam("urgent", "yes")
                .formParam("homepage", homepage)
                .post("/forms/demo")
                .then()
                .statusCode(303)
                .extract()
                .response();
    }
}
