package ghl.gateway.sandbox;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class SandboxAccessHttpTest {

    private static final String ADA = "/sandbox/contacts/sbxContactAda0000001";

    @Test
    void readmes_first_contact_exists() {
        Response answer = asked("pit-sandbox", "2021-07-28");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.path("contact.email").toString()).isEqualTo("ada.lovell@example.com");
        assertThat(answer.path("traceId").toString()).isNotEmpty();
    }

    @Test
    void missing_version_is_401_before_other_checks() {
        Response answer = given().get(ADA);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.path("message").toString()).isEqualTo("version header was not found.");
        assertThat(answer.path("error").toString()).isEqualTo("Unauthorized");
    }

    @Test
    void an_unpublished_version_is_401() {
        assertThat(asked("pit-sandbox", "2024-01-01").path("message").toString())
                .isEqualTo("version header is invalid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"v3", "2023-02-21", "2021-07-28", "2021-04-15", "legacy"})
    void every_published_version_is_accepted(String version) {
        assertThat(asked("pit-sandbox", version).statusCode()).isEqualTo(200);
    }

    @Test
    void an_unknown_token_is_401() {
        Response answer = asked("pit-nobody", "2021-07-28");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.path("message").toString()).isEqualTo("Invalid token: access token is invalid");
    }

    @Test
    void missing_token_is_401() {
        Response answer = given().header("Version", "v3").get(ADA);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.path("message").toString()).isEqualTo("Invalid JWT");
    }

    @Test
    void a_token_without_the_scope_is_401() {
        Place place = Place.fresh();
        String contact = place.contact("{'email':'x@example.com'}");
        Place.control(
                        "POST",
                        "/tokens",
                        "{'token':'pit-read-" + place.id() + "','locationIds':['" + place.id()
                                + "'],'scopes':['contacts.readonly']}")
                .expecting(201);
        Place reader = place.holding("pit-read-" + place.id());

        assertThat(reader.get("/contacts/" + contact).status()).isEqualTo(200);
        assertThat(reader.delete("/contacts/" + contact, null)
                        .expecting(401)
                        .path("message")
                        .textValue())
                .isEqualTo("The token is not authorized for this scope.");
        assertThat(reader.get("/locations/" + place.id()).status()).isEqualTo(401);
    }

    @Test
    void foreign_location_is_403_wherever_it_is_named() {
        Place mine = Place.fresh();
        Place theirs = Place.fresh();
        String contact = theirs.contact("{'email':'x@example.com'}");

        for (Place.Answer answer : new Place.Answer[] {
            mine.get("/contacts/" + contact),
            mine.get("/contacts/?locationId=" + theirs.id()),
            mine.get("/locations/" + theirs.id()),
            mine.post("/contacts/search", "{'pageLimit':1,'locationId':'" + theirs.id() + "'}")
        }) {
            assertThat(answer.expecting(403).path("message").textValue())
                    .isEqualTo("The token does not have access to this location.");
        }
    }

    @Test
    void master_token_is_refused_by_own_token_only_location() {
        Place shut = Place.with("{'ownTokenOnly':true}");
        Place open = Place.fresh();

        assertThat(shut.holding("pit-sandbox")
                        .get("/contacts/?locationId=" + shut.id())
                        .status())
                .isEqualTo(403);
        assertThat(shut.get("/contacts/?locationId=" + shut.id()).status()).isEqualTo(200);
        assertThat(open.holding("pit-sandbox")
                        .get("/contacts/?locationId=" + open.id())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void an_unknown_route_is_404_with_the_path_as_the_vendor_sees_it() {
        Place place = Place.fresh();

        assertThat(place.get("/contacts/x/followers/y")
                        .expecting(404)
                        .path("message")
                        .textValue())
                .isEqualTo("Cannot GET /contacts/x/followers/y");
        assertThat(place.post("/contacts/bulk/business", "{}").message())
                .isEqualTo("Cannot POST /contacts/bulk/business");
    }

    @Test
    void invalid_json_body_is_400() {
        assertThat(Place.fresh().post("/contacts/", "{'email'").status()).isEqualTo(400);
    }

    private static Response asked(String token, String version) {
        return given().header("Authorization", "Bearer " + token)
                .header("Version", version)
                .get(ADA);
    }
}
