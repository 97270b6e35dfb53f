package ghl.gateway.conformance;

import static io.restassured.RestAssured.given;

import ghl.gateway.fixture.GatewayProcess;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;

/** How the tests talk to a gateway process: its GraphQL, and the REST endpoints of the sandbox in it. */
record GatewayCaller(GatewayProcess gateway) {

    /** @return the answer, rooted at {@code data} */
    JsonPath ask(String document, Map<String, Object> variables) {
        JsonPath answer = json().body(Map.of("query", document, "variables", variables))
                .post(gateway.url("/graphql"))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        if (answer.get("errors") != null) {
            throw new AssertionError("GraphQL errors: " + answer.getString("errors"));
        }
        return answer.setRootPath("data");
    }

    /** Creates a contact past the gateway. @return its id */
    String createContact(String email, List<String> tags) {
        Map<String, Object> contact = Map.of("locationId", CrmAddress.LOCATION, "email", email, "tags", tags);
        return answer(201, vendor().body(contact).post(sandbox("/contacts/"))).getString("contact.id");
    }

    /** @param path of the vendor's API */
    JsonPath read(String path) {
        return answer(200, vendor().get(sandbox(path)));
    }

    /** Lets the lists of the main location see every write at once. */
    void stopSearchLag() {
        answer(200, json().body(Map.of("searchLagMs", 0)).patch(sandbox("/_control/locations/" + CrmAddress.LOCATION)));
    }

    private String sandbox(String path) {
        return gateway.url("/sandbox" + path);
    }

    private static RequestSpecification vendor() {
        return json().header("Authorization", "Bearer " + CrmAddress.TOKEN).header("Version", "2021-07-28");
    }

    private static RequestSpecification json() {
        return given().contentType("application/json");
    }

    private static JsonPath answer(int status, Response response) {
        return response.then().statusCode(status).extract().jsonPath();
    }
}
