package ghl.gateway.graph;

import static org.assertj.core.api.Assertions.assertThat;

import ghl.gateway.access.Callers;
import ghl.gateway.access.caller.Caller;
import ghl.gateway.fixture.Ask;
import ghl.gateway.fixture.Crm;
import ghl.gateway.fixture.Patience;
import ghl.gateway.graph.execution.GraphQLExecutor;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reads of a request end when its caller disconnects. */
@QuarkusTest
class CancelledRequestTest {

    private static final String QUERY =
            "query($l: ID, $id: ID!) { contact(id: $id, locationId: $l) { id notes { id } } }";

    @Inject
    GraphQLExecutor executor;

    @TestHTTPResource("/graphql")
    URL graphql;

    private Crm crm;
    private String slow;
    private String other;

    @BeforeEach
    void givenACrmThatAnswersTheFirstCallLate() {
        crm = Crm.fresh();
        slow = crm.contact(Map.of("email", "slow@example.com"));
        other = crm.contact(Map.of("email", "other@example.com"));
        crm.fault(Map.of("operation", "get-contact", "delayMs", 1_000, "times", 1));
    }

    @Test
    void cancelled_request_leaves_the_queue() {
        var first = executor.execute(
                Callers.identityOf(Caller.OPEN), QUERY, null, Map.of("l", crm.locationId(), "id", slow));
        var cancelled = executor.execute(
                Callers.identityOf(Caller.OPEN), QUERY, null, Map.of("l", crm.locationId(), "id", other));

        cancelled.cancel(true);
        assertThat(first.join().getErrors()).isEmpty();

        assertThat(crm.calls("get-contact")).isEqualTo(1);
    }

    @Test
    void closed_connection_cancels_its_request() throws IOException {
        try (Socket socket = new Socket(graphql.getHost(), graphql.getPort())) {
            socket.getOutputStream().write(request(slow).getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            Patience.await().until(() -> crm.calls("get-contact") == 1);
        }

        Ask.query(QUERY, Map.of("l", crm.locationId(), "id", other));

        assertThat(crm.calls("get-all-notes")).as("only for the second request").isEqualTo(1);
    }

    private String request(String id) {
        String body = "{\"query\":\"" + QUERY + "\",\"variables\":{\"l\":\"" + crm.locationId() + "\",\"id\":\"" + id
                + "\"}}";
        return "POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: "
                + body.length() + "\r\n\r\n" + body;
    }
}
