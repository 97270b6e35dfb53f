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

/** Installs through {@code /oauth/install} and the consent page, and their failures. */
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
    void installed_location_is_read_with_its_own_token() {
        String id = crm.contact(Map.of("firstName", "Grace"));
        assertThat(firstName(id)).isNull();

        Response page = browser.install("location/" + crm.locationId());

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.asString()).contains("Connected", "location/" + crm.locationId());
        assertThat(firstName(id)).isEqualTo("Grace");
        assertThat(OAuthServer.seen("location/" + crm.locationId(), "codes")).isEqualTo(1);
    }

    @Test
    void installed_agency_connects_its_locations_and_mints_tokens_on_first_use() {
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
    void operators_see_scopes_and_times_of_a_connection() {
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
    void operators_see_a_rejected_token_until_it_is_accepted_again() {
        String ada = "sbxContactAda0000001";
        OAuthServer.fault(Map.of(
                "operation",
                "get-contact",
                "status",
                401,
                "body",
                Map.of("statusCode", 401, "message", "Invalid JWT")));
        assertThat(mainLocation("refusedSince")).isNull();

        assertThat(nameInMainLocation(ada)).isNull();
        assertThat(mainLocation("refusedSince")).isNotNull();
        assertThat(health()).contains("REFUSED:1");
        assertThat(given().get("/q/metrics").asString()).contains("gateway_credentials_refused 1.0");

        assertThat(nameInMainLocation(ada)).isEqualTo("Ada");
        assertThat(mainLocation("refusedSince")).isNull();
        assertThat(health()).contains("REFUSED:0");
    }

    private static Object mainLocation(String field) {
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
    void uninstall_deletes_the_credential() {
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
    void foreign_state_connects_nothing() {
        for (String query : List.of("", "?code=x", "?code=x&state=", "?code=x&state=AAAA", "?code=x&state=%3C")) {
            refused(browser.open("/oauth/callback" + query), 400, "This link is not from this gateway");
        }
        String back = browser.choose(browser.begin(), "location/" + crm.locationId());
        refused(browser.open(back.replaceAll("state=..", "state=AA")), 400, "This link is not from this gateway");
    }

    @Test
    void replayed_callback_is_reported() {
        String consent = browser.begin();
        String back = browser.choose(consent, "refuse");
        refused(browser.open(back), 400, "Access was not granted");

        refused(browser.open(back), 400, "This link has already been used");
    }

    @Test
    void reloaded_callback_keeps_the_connection() {
        String back = browser.choose(browser.begin(), "location/" + crm.locationId());
        assertThat(browser.open(back).statusCode()).isEqualTo(200);

        Response again = browser.open(back);

        assertThat(again.statusCode()).isEqualTo(400);
        assertThat(again.asString()).contains("This link has already been used");
        assertThat(stored()).hasSize(1);
    }

    @Test
    void callback_in_another_browser_is_rejected() {
        String back = browser.choose(browser.begin(), "location/" + crm.locationId());

        refused(new Browser().open(back), 400, "You started in another browser");
        assertThat(browser.open(back).statusCode()).isEqualTo(200);
    }

    @Test
    void missing_and_wrong_code_are_reported() {
        String back = browser.choose(browser.begin(), "location/" + crm.locationId());
        refused(browser.open(back.replaceAll("code=[^&]*&", "")), 400, "The CRM sent no authorization code");

        String again = browser.choose(browser.begin(), "location/" + crm.locationId());
        refused(
                browser.open(again.replaceAll("code=[^&]*", "code=wrong")),
                400,
                "The CRM rejected the authorization code");
    }

    @Test
    void token_endpoint_outage_is_reported() {
        for (Map<String, Object> trouble : List.<Map<String, Object>>of(
                Map.of("operation", "get-access-token", "status", 503),
                Map.of("operation", "get-access-token", "dropAnswer", true, "when", "before"))) {
            String back = browser.choose(browser.begin(), "location/" + crm.locationId());
            OAuthServer.fault(trouble);

            refused(browser.open(back), 502, "The CRM does not respond");
        }
    }

    @Test
    void database_failure_is_reported() {
        String back = browser.choose(browser.begin(), "location/" + crm.locationId());
        Response page;
        rename("credential", "credential_away");
        try {
            page = browser.open(back);
        } finally {
            rename("credential_away", "credential");
        }

        refused(page, 503, "The gateway could not save the connection");
    }

    private void rename(String table, String name) {
        database.write(transaction -> transaction.update("ALTER TABLE " + table + " RENAME TO " + name));
    }

    @Test
    void agency_without_its_location_list_is_not_connected() {
        String back = browser.choose(browser.begin(), "company/" + COMPANY);
        OAuthServer.fault(Map.of("operation", "get-installed-location", "status", 500));

        refused(browser.open(back), 502, "The CRM does not respond");
    }

    @Test
    void missing_scope_is_named() {
        OAuthServer.settings(Map.of("withheldScopes", List.of("contacts.write")));

        Response page = browser.install("location/" + crm.locationId());

        refused(page, 400, "The app lacks required scopes");
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
