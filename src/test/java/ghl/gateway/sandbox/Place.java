package ghl.gateway.sandbox;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import ghl.gateway.sandbox.http.SandboxJson;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** A location of one test's own, and the caller who holds its token. Single quotes stand for double ones. */
final class Place {

    private static final String CONTROL = "/sandbox/_control";

    private final String id;
    private final String token;

    private Place(String id, String token) {
        this.id = id;
        this.token = token;
    }

    /** A location whose searches do not lag. */
    static Place fresh() {
        return with("{'searchLagMs':0}");
    }

    static Place with(String settings) {
        JsonNode made = control("POST", "/locations", settings).expecting(201);
        return new Place(made.at("/location/id").textValue(), made.path("token").textValue());
    }

    String id() {
        return id;
    }

    Place holding(String otherToken) {
        return new Place(id, otherToken);
    }

    Answer get(String path) {
        return call("GET", path, null);
    }

    Answer post(String path, String body) {
        return call("POST", path, body);
    }

    Answer put(String path, String body) {
        return call("PUT", path, body);
    }

    Answer delete(String path, String body) {
        return call("DELETE", path, body);
    }

    Answer call(String method, String path, String body) {
        return send(
                given().header("Authorization", "Bearer " + token).header("Version", "2021-07-28"),
                method,
                "/sandbox" + path,
                body == null ? null : body.replace("HERE", id));
    }

    /** Creates a contact and gives its id. */
    String contact(String fields) {
        String body =
                fields.replaceFirst("\\{", fields.equals("{}") ? "{'locationId':'HERE'" : "{'locationId':'HERE',");
        return post("/contacts/", body).expecting(201).at("/contact/id").textValue();
    }

    Answer patch(String settings) {
        return control("PATCH", "/locations/" + id, settings);
    }

    void fault(String settings) {
        control("POST", "/faults", settings.replaceFirst("\\{", "{'locationId':'" + id + "',"))
                .expecting(201);
    }

    int reached(String operationId) {
        return control("GET", "/counters?locationId=" + id, null)
                .expecting(200)
                .path("operations")
                .path(operationId)
                .asInt();
    }

    static Answer control(String method, String path, String body) {
        return send(given(), method, CONTROL + path, body);
    }

    private static Answer send(RequestSpecification request, String method, String path, String body) {
        if (body != null) {
            request.contentType("application/json").body(body.replace('\'', '"'));
        }
        return new Answer(request.urlEncodingEnabled(false).request(method, path));
    }

    /** What came back. */
    record Answer(Response response) {

        int status() {
            return response.statusCode();
        }

        JsonNode body() {
            return SandboxJson.parse(response.asString());
        }

        String message() {
            return body().path("message").asText();
        }

        String header(String name) {
            return response.header(name);
        }

        JsonNode expecting(int status) {
            if (status() != status) {
                throw new AssertionError("expected " + status + ", got " + status() + ": " + response.asString());
            }
            return body();
        }
    }
}
