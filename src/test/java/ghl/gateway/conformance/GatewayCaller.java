package ghl.gateway.conformance;

import static io.restassured.RestAssured.given;

import ghl.gateway.fixture.GatewayProcess;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;

/** Calls a gateway process: its GraphQL API, and the REST endpoints of its sandbox. */
record GatewayCaller(GatewayProcess gateway) {

    /** @return the response, rooted at {@code data} */
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

    /** Creates a contact directly in the sandbox. @return its ID */
    String createContact(String email, List<String> tags) {
        Map<String, Object> contact = Map.of("locationId", CrmAddress.LOCATION, "email", email, "tags", tags);
        return answer(201, vendor().body(contact).post(sandbox("/contacts/"))).getString("contact.id");
    }

    /** @param path path of the vendor's API */
    JsonPath read(String path) {
        return answer(200, vendor().get(sandbox(path)));
    }

    /** Turns off the search lag of the main location. */
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
