package ghl.gateway.security;

import ghl.gateway.fixture.GatewayProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Immutable request to a gateway process; can be sent several times. */
record Request(GatewayProcess gateway, String method, String path, String body, Map<String, String> headers) {

    static {
        // Lets java.net.http send these headers. Must be set before its first use.
        System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host,origin,connection,content-length");
    }

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(30))
            .build();

    static Request get(GatewayProcess gateway, String path) {
        return new Request(gateway, "GET", path, null, Map.of());
    }

    static Request post(GatewayProcess gateway, String path, String body) {
        return new Request(gateway, "POST", path, body, Map.of()).with("Content-Type", "application/json");
    }

    static Request graphql(GatewayProcess gateway, String query) {
        return post(gateway, "/graphql", "{\"query\":" + quoted(query) + "}");
    }

    static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
    }

    /** @param key null for none */
    Request by(String key) {
        return key == null ? this : with("Authorization", "Bearer " + key);
    }

    Request with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Request(gateway, method, path, body, more);
    }

    HttpResponse<String> send() {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(gateway.url(path)))
                .timeout(Duration.ofSeconds(30))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        headers.forEach(request::header);
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(method + " " + path + " was not answered", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
