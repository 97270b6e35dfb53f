package ghl.gateway.credential;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import ghl.gateway.fixture.Ask;
import ghl.gateway.fixture.Browser;
import ghl.gateway.fixture.Crm;
import ghl.gateway.fixture.OAuthServer;
import ghl.gateway.storage.Database;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From {@code /oauth/install} over the consent page to a location that answers; and everything that can go wrong on the way. */
@QuarkusTest
class InstallTest {

    private static final String COMPANY = "sbxCompany0000000001";

    @Inject
    Database database;

    private Crm crm;
    private final Browser browser = new Browser();

    @BeforeEach
    void location() {
        crm = Crm.with(Map.of("ownTokenOnly", true));
    }

    @AfterEach
    void reset() {
        OAuthServer.reset();
        for (String owner : stored()) {
            given().contentType(ContentType.JSON)
                    .body("{}")
                    .post("/ops/locations/" + owner + "/forget")
                    .then()
                    .statusCode(200);
        }
    }

    @Test
    void a_location_that_is_installed_answers_with_its_own_token() {
        String id = crm.contact(Map.of("firstName", "Grace"));
        assertThat(firstName(id)).isNull();

        Response page = browser.install("location/" + crm.locationId());

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.asString()).contains("Connected", "location/" + crm.locationId());
        assertThat(firstName(id)).isEqualTo("Grace");
        assertThat(OAuthServer.seen("location/" + crm.locationId(), "codes")).isEqualTo(1);
    }

    @Test
    void an_agency_brings_its_locations_whose_tokens_are_made_when_they_are_needed() {
        String id = crm.contact(Map.of("firstName", "Grace"));

        Response page = browser.install("company/" + COMPANY);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.asString()).contains("company/" + COMPANY, "location/" + crm.locationId());
        assertThat(OAuthServer.seen("location/" + crm.locationId(), "mints")).isZero();
        assertThat(firstName(id)).isEqualTo("Grace");
        assertThat(firstName(id)).isEqualTo("Grace");
        assertThat(OAuthServer.seen("location/" + crm.locationId(), "mints")).isEqualTo(1);
    }

    @Test
    void operators_see_since_when_with_what_and_until_when() {
        browser.install("location/" + crm.locationId());

        Map<String, Object> seen = given().get("/ops/locations")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getMap("locations.find { it.id == '" + crm.locationId() + "' }");

        assertThat(seen)
                .containsEntry("kind", "LOCATION")
                .containsEntry("source", "INSTALL")
                .containsEntry("status", "CONNECTED")
                .containsEntry("reconnect", "/oauth/install")
                .containsKeys("connectedSince", "expiresAt", "lastRefresh", "tokenAgeSeconds", "quota");
        assertThat(seen.get("scopes"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .contains("contacts.readonly", "contacts.write");
        assertThat(health())
                .contains("CONNECTED:1", "NEEDS_RECONNECT:0", "oldestTokenSeconds")
                .doesNotContain(crm.locationId());
        assertThat(given().get("/q/metrics").then().statusCode(200).extract().asString())
                .contains(
                        "gateway_credentials{status=\"CONNECTED\"} 1.0",
                        "gateway_credentials{status=\"NEEDS_RECONNECT\"} 0.0")
                .containsPattern("(?m)^gateway_credential_oldest_token_age_seconds \\d+\\.\\d+$")
                .doesNotContain(crm.locationId());
    }

    @Test
    void operators_see_that_the_crm_refuses_a_token_until_it_takes_it_again() {
        String ada = "sbxContactAda0000001";
        OAuthServer.fault(Map.of(
                "operation",
                "get-contact",
                "status",
                401,
                "body",
                Map.of("statusCode", 401, "message", "Invalid JWT")));
        assertThat(ofMainLocation("refusedSince")).isNull();

        assertThat(nameInMainLocation(ada)).isNull();
        assertThat(ofMainLocation("refusedSince")).isNotNull();
        assertThat(health()).contains("REFUSED:1");
        assertThat(given().get("/q/metrics").asString()).contains("gateway_credentials_refused 1.0");

        assertThat(nameInMainLocation(ada)).isEqualTo("Ada");
        assertThat(ofMainLocation("refusedSince")).isNull();
        assertThat(health()).contains("REFUSED:0");
    }

    private static Object ofMainLocation(String field) {
        return given().get("/ops/locations")
                .jsonPath()
                .get("locations.find { it.id == 'sbxMainLocation00001' }." + field);
    }

    private static String nameInMainLocation(String contactId) {
        return Ask.query("query($c: ID!) { contact(id: $c) { firstName } }", Map.of("c", contactId))
                .getString("data.contact.firstName");
    }

    private static String health() {
        return given().get("/q/health").jsonPath().getString("checks.find { it.name == 'credentials' }.data");
    }

    @Test
    void an_uninstall_forgets_the_location() {
        String id = crm.contact(Map.of("firstName", "Grace"));
        browser.install("location/" + crm.locationId());

        JsonPath event = OAuthServer.uninstall("location/" + crm.locationId());
        assertThat(event.getString("type")).isEqualTo("UNINSTALL");
        given().contentType(ContentType.JSON)
                .body("{}")
                .post("/ops/locations/location/" + event.getString("locationId") + "/forget")
                .then()
                .statusCode(200);

        assertThat(firstName(id)).isNull();
        assertThat(stored()).isEmpty();
    }

    @Test
    void a_state_that_was_not_made_here_brings_nothing() {
        for (String query : List.of("", "?code=x", "?code=x&state=", "?code=x&state=AAAA", "?code=x&state=%3C")) {
            refused(browser.open("/oauth/callback" + query), 400, "This did not begin at this gateway");
        }
        String back = browser.choose(browser.begin(), "location/" + crm.locationId());
        refused(browser.open(back.replaceAll("state=..", "state=AA")), 400, "This did not begin at this gateway");
    }

    @Test
    void a_replay_in_the_same_browser_is_told() {
        String consent = browser.begin();
        String back = browser.choose(consent, "refuse");
        refused(browser.open(back), 400, "Consent was refused");

        refused(browser.open(back), 400, "This has been done already");
    }

    @Test
    void the_page_of_an_outcome_may_be_loaded_again() {
        String back = browser.choose(browser.begin(), "location/" + crm.locationId());
        assertThat(browser.open(back).statusCode()).isEqualTo(200);

        Response again = browser.open(back);

        assertThat(again.statusCode()).isEqualTo(400);
        assertThat(again.asString()).contains("This has been done already");
        assertThat(stored()).hasSize(1);
    }

    @Test
    void another_browser_cannot_finish() {
        String back = browser.choose(browser.begin(), "location/" + crm.locationId());

        refused(new Browser().open(back), 400, "This began in another browser");
        assertThat(browser.open(back).statusCode()).isEqualTo(200);
    }

    @Test
    void a_missing_and_a_wrong_code_are_told() {
        String back = browser.choose(browser.begin(), "location/" + crm.locationId());
        refused(browser.open(back.replaceAll("code=[^&]*&", "")), 400, "The CRM sent no code");

        String again = browser.choose(browser.begin(), "location/" + crm.locationId());
        refused(browser.open(again.replaceAll("code=[^&]*", "code=wrong")), 400, "The CRM did not accept its own code");
    }

    @Test
    void a_token_endpoint_that_is_down_is_told() {
        for (Map<String, Object> trouble : List.<Map<String, Object>>of(
                Map.of("operation", "get-access-token", "status", 503),
                Map.of("operation", "get-access-token", "dropAnswer", true, "when", "before"))) {
            String back = browser.choose(browser.begin(), "location/" + crm.locationId());
            OAuthServer.fault(trouble);

            refused(browser.open(back), 502, "The CRM does not answer");
        }
    }

    @Test
    void a_database_that_does_not_take_it_is_told() {
        String back = browser.choose(browser.begin(), "location/" + crm.locationId());
        Response page;
        rename("credential", "credential_away");
        try {
            page = browser.open(back);
        } finally {
            rename("credential_away", "credential");
        }

        refused(page, 503, "The gateway could not keep this");
    }

    private void rename(String table, String name) {
        database.write(transaction -> transaction.update("ALTER TABLE " + table + " RENAME TO " + name));
    }

    @Test
    void an_agency_whose_locations_cannot_be_listed_is_not_half_connected() {
        String back = browser.choose(browser.begin(), "company/" + COMPANY);
        OAuthServer.fault(Map.of("operation", "get-installed-location", "status", 500));

        refused(browser.open(back), 502, "The CRM does not answer");
    }

    @Test
    void a_missing_scope_is_named() {
        OAuthServer.settings(Map.of("withheldScopes", List.of("contacts.write")));

        Response page = browser.install("location/" + crm.locationId());

        refused(page, 400, "The app may not do enough");
        assertThat(page.asString()).contains("Missing: contacts.write").doesNotContain("contacts.readonly");
    }

    private void refused(Response page, int status, String title) {
        assertThat(page.asString()).contains(title);
        assertThat(page.statusCode()).isEqualTo(status);
        assertThat(page.contentType()).startsWith("text/html");
        assertThat(page.header("Content-Security-Policy")).startsWith("default-src 'none'");
        assertThat(page.asString()).contains("/oauth/install");
        assertThat(stored()).isEmpty();
    }

    private List<String> stored() {
        return database.read(transaction -> transaction.list("SELECT owner FROM credential", row -> row.text("owner")));
    }

    private String firstName(String contactId) {
        return Ask.query(
                        "query($c: ID!, $l: ID) { contact(id: $c, locationId: $l) { firstName } }",
                        Map.of("c", contactId, "l", crm.locationId()))
                .getString("data.contact.firstName");
    }
}
