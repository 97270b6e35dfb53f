package ghl.gateway.ops;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import ghl.gateway.access.caller.Role;
import ghl.gateway.access.key.NewKey;
import ghl.gateway.contact.LocationScope;
import ghl.gateway.fixture.Browser;
import ghl.gateway.fixture.TestKeys;
import ghl.gateway.storage.Database;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rights to connect and disconnect locations, and their audit entries. */
@QuarkusTest
@TestProfile(OwnKeys.class)
class ConnectionRightsTest {

    private static final String OWN = "sbxMainLocation00001";
    private static final String OTHER = "sbxOtherLocation0001";

    @Inject
    Database database;

    @Inject
    TestKeys keys;

    private String bound;
    private String everywhere;
    private final Browser browser = new Browser();

    @BeforeEach
    void keys() {
        bound = key(new LocationScope(false, Set.of(OWN)));
        everywhere = key(LocationScope.ALL);
    }

    @Test
    void operator_of_one_location_cannot_invite() {
        assertThat(post(bound, "/ops/locations/connect").statusCode()).isEqualTo(403);
        assertThat(install(bound).statusCode()).isEqualTo(403);

        assertThat(install(everywhere).statusCode()).isEqualTo(303);
        assertThat(audited("invite to connect")).isEmpty();
    }

    @Test
    void invitation_and_connection_are_audited() {
        connect("location/" + OTHER);

        assertThat(audited("invite to connect")).hasSize(1).allMatch(row -> row.startsWith("key "));
        assertThat(audited("connect")).containsExactly("install location/" + OTHER);
    }

    @Test
    void forgetting_is_audited_and_limited_to_locations_within_reach() {
        connect("location/" + OTHER);
        String forget = "/ops/locations/location/" + OTHER + "/forget";

        assertThat(post(bound, forget).jsonPath().getBoolean("forgotten")).isFalse();
        assertThat(audited("forget")).isEmpty();

        assertThat(post(everywhere, forget).jsonPath().getBoolean("forgotten")).isTrue();
        assertThat(post(everywhere, forget).jsonPath().getBoolean("forgotten")).isFalse();
        assertThat(audited("forget"))
                .hasSize(1)
                .allMatch(row -> row.startsWith("key ") && row.endsWith(" location/" + OTHER));
    }

    @BeforeEach
    void clearAudit() {
        database.write(transaction -> transaction.update("DELETE FROM audit"));
    }

    private void connect(String owner) {
        String invitation =
                post(everywhere, "/ops/locations/connect").jsonPath().getString("open");
        String consent =
                browser.open(invitation).then().statusCode(303).extract().header("Location");
        browser.open(browser.choose(consent, owner)).then().statusCode(200);
    }

    private List<String> audited(String action) {
        return database.read(transaction -> transaction.list(
                "SELECT actor, detail FROM audit WHERE action = ? ORDER BY at",
                row -> row.text("actor") + " " + row.text("detail"),
                action));
    }

    private static Response post(String key, String path) {
        return given().auth()
                .oauth2(key)
                .contentType(ContentType.JSON)
                .body("{}")
                .post(path);
    }

    private static Response install(String key) {
        return given().auth().oauth2(key).redirects().follow(false).get("/oauth/install");
    }

    private String key(LocationScope locations) {
        return keys.make(NewKey.secret("operator", Set.of(Role.OPERATOR), locations));
    }
}
