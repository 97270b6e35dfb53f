package ghl.gateway.graph.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import ghl.gateway.fixture.Ask;
import ghl.gateway.fixture.Crm;
import ghl.gateway.fixture.Patience;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.core.Vertx;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The gateway's own subscription. */
@QuarkusTest
class SubmissionSubscriptionTest {

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(Patience.SECONDS, TimeUnit.SECONDS);
    }

    @Test
    void failed_nested_field_is_reported_as_in_a_query() throws Exception {
        Crm crm = Crm.fresh();
        crm.fault(Map.of("operation", "get-contact", "status", 500, "times", 100));
        String id = Ask.submitAnswer(crm, Map.of("contact", Map.of("email", "ada@example.com")))
                .getString("data.submitForm.submission.id");
        String selection = "(id: \"" + id + "\") { status contact { id } }";

        JsonPath query = Ask.query("{ submission" + selection + " }", Map.of());
        Subscriber subscriber = Subscriber.initialised(vertx);
        subscriber.subscribe("1", "subscription { submissionChanged" + selection + " }");
        JsonPath event = subscriber.next();

        assertThat(event.getString("payload.data.submissionChanged.status")).isEqualTo("DONE");
        assertThat(event.getString("payload.errors[0].message"))
                .isEqualTo(query.getString("errors[0].message"))
                .contains("get-contact");
        assertThat(event.getString("payload.errors[0].extensions.code")).isEqualTo("UPSTREAM_UNAVAILABLE");
        assertThat(event.getBoolean("payload.errors[0].extensions.retryable")).isTrue();
        assertThat(event.getList("payload.errors[0].path")).containsExactly("submissionChanged", "contact");
    }
}
