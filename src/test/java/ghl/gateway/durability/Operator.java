package ghl.gateway.durability;

import ghl.gateway.fixture.GatewayProcess;
import ghl.gateway.fixture.Patience;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** An operator who connects a gateway on the sandbox's consent page. */
final class Operator {

    private static final Duration CALL_LIMIT = Patience.LIMIT;
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(30))
            .build();

    private Operator() {}

    /** @param choice {@code company/ID} or {@code location/ID} */
    static void connects(GatewayProcess gateway, String choice) {
        HttpResponse<String> begun = get(gateway.url("/oauth/install"), "");
        String cookie = begun.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
        String consent = location(begun).replace("/chooselocation?", "/consent?choice=" + choice + "&");
        String query = URI.create(location(get(consent, ""))).getRawQuery();
        HttpResponse<String> done = get(gateway.url("/oauth/callback?" + query), cookie);
        if (done.statusCode() != 200) {
            throw new AssertionError("Not connected: " + done.body());
        }
    }

    private static String location(HttpResponse<String> redirection) {
        return redirection
                .headers()
                .firstValue("Location")
                .orElseThrow(() -> new AssertionError("No redirection but " + redirection.statusCode()));
    }

    private static HttpResponse<String> get(String address, String cookie) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                .timeout(CALL_LIMIT)
                .header("Cookie", cookie)
                .build();
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The test run was interrupted", e);
        }
    }
}
