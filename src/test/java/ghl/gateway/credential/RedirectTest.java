package ghl.gateway.credential;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import ghl.gateway.fixture.Ask;
import ghl.gateway.fixture.Browser;
import ghl.gateway.fixture.Crm;
import ghl.gateway.fixture.OAuthServer;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Redirects of the CRM are not followed, because they would carry tokens, secrets and personal data elsewhere. */
@QuarkusTest
class RedirectTest {

    private static final String COMPANY = "company/sbxCompany0000000001";

    private final List<String> requestsElsewhere = new CopyOnWriteArrayList<>();
    private final Browser browser = new Browser();
    private HttpServer otherServer;
    private Crm crm;

    @BeforeEach
    void start() throws IOException {
        otherServer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        otherServer.createContext("/", exchange -> {
            requestsElsewhere.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        otherServer.start();
        crm = Crm.fresh();
    }

    @AfterEach
    void stop() {
        otherServer.stop(0);
        OAuthServer.reset();
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void redirected_read_is_not_followed(int status) {
        String id = crm.contact(Map.of("firstName", "Ada"));
        crm.fault(redirect("get-contact", status));

        JsonPath answer = Ask.query(
                "query($c: ID!, $l: ID) { contact(id: $c, locationId: $l) { firstName } }",
                Map.of("c", id, "l", crm.locationId()));

        assertThat(answer.getList("errors")).hasSize(1);
        assertThat(requestsElsewhere).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 307})
    void redirected_token_call_is_not_followed(int status) {
        String back = browser.choose(browser.begin(), "location/" + crm.locationId());
        OAuthServer.fault(redirect("get-access-token", status));

        assertThat(browser.open(back).statusCode()).isEqualTo(502);
        assertThat(requestsElsewhere).isEmpty();
    }

    @Test
    void redirected_agency_call_is_not_followed() {
        String back = browser.choose(browser.begin(), COMPANY);
        OAuthServer.fault(redirect("get-installed-location", 302));

        assertThat(browser.open(back).statusCode()).isEqualTo(502);
        assertThat(requestsElsewhere).isEmpty();
    }

    private Map<String, Object> redirect(String operation, int status) {
        String target = "http://127.0.0.1:" + otherServer.getAddress().getPort() + "/there";
        return new HashMap<>(
                Map.of("operation", operation, "status", status, "times", 5, "headers", Map.of("Location", target)));
    }
}
