package ghl.gateway.durability;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import ghl.gateway.fixture.Patience;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** JSON over HTTP from any thread; no call lasts longer than its limit. */
final class JsonCaller {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Duration CONNECT_LIMIT = Patience.LIMIT;

    /** The sandbox's control routes, which take no vendor token. */
    private static final String CONTROL = "/_control/";

    /** Only the vendor's routes get the token: a gateway in open mode rejects one. */
    private static final String VENDOR = "/sandbox";

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_LIMIT)
            .build();

    private final String base;
    private final Duration limit;

    /** @param base what paths are appended to */
    JsonCaller(String base, Duration limit) {
        this.base = base;
        this.limit = limit;
    }

    String base() {
        return base;
    }

    JsonNode get(String path) {
        return call("GET", path, null);
    }

    JsonNode post(String path, Object body) {
        return call("POST", path, body);
    }

    JsonNode put(String path, Object body) {
        return call("PUT", path, body);
    }

    JsonNode patch(String path, Object body) {
        return call("PATCH", path, body);
    }

    JsonNode delete(String path) {
        return call("DELETE", path, null);
    }

    /** @throws UncheckedIOException if no answer came: the request may or may not have taken effect */
    private JsonNode call(String method, String path, Object body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(limit)
                .header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json(body)));
        if (base.endsWith(VENDOR) && !path.startsWith(CONTROL)) {
            request.header("Authorization", "Bearer " + CrmProcess.TOKEN).header("Version", "2021-07-28");
        }
        try {
            HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
            if (response.statusCode() / 100 != 2) {
                throw new AssertionError(
                        method + " " + base + path + " was answered " + response.statusCode() + ": " + response.body());
            }
            return MAPPER.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The test run was interrupted", e);
        }
    }

    private static String json(Object body) {
        try {
            return MAPPER.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
