package ghl.gateway.durability;

import com.fasterxml.jackson.databind.JsonNode;
import ghl.gateway.fixture.GatewayProcess;
import ghl.gateway.fixture.Patience;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.awaitility.core.ConditionTimeoutException;

/** Submits forms to a gateway and reads their receipts. */
final class GraphCaller {

    private static final Duration CALL_LIMIT = Patience.LIMIT;
    private static final String SUBMIT = "mutation ($input: SubmitFormInput!) { submitForm(input: $input) {"
            + " userErrors { code message path } submission { " + Receipt.FIELDS + " } } }";
    private static final String FOLLOW = "query ($id: ID!) { submission(id: $id) { " + Receipt.FIELDS + " } }";

    private final JsonCaller graphql;

    GraphCaller(GatewayProcess gateway) {
        this(gateway.url("/graphql"));
    }

    GraphCaller(String address) {
        this.graphql = new JsonCaller(address, CALL_LIMIT);
    }

    /**
     * @throws java.io.UncheckedIOException if the answer was lost
     * @throws IllegalStateException if the gateway did not accept the form
     */
    Receipt submit(CrmLocation location, Map<String, Object> form) {
        Map<String, Object> input = new HashMap<>(form);
        input.put("locationId", location.id());
        JsonNode payload = ask(SUBMIT, Map.of("input", input)).path("submitForm");
        if (!payload.hasNonNull("submission")) {
            throw new AssertionError("Not accepted: " + payload.path("userErrors"));
        }
        return new Receipt(payload.path("submission"));
    }

    /** @throws IllegalStateException when the gateway answers with an error */
    String firstName(CrmLocation location, String contactId) {
        return ask(
                        "query ($c: ID!, $l: ID) { contact(id: $c, locationId: $l) { firstName } }",
                        Map.of("c", contactId, "l", location.id()))
                .at("/contact/firstName")
                .textValue();
    }

    Optional<Receipt> find(String id) {
        return Optional.of(ask(FOLLOW, Map.of("id", id)).path("submission"))
                .filter(found -> !found.isNull() && !found.isMissingNode())
                .map(Receipt::new);
    }

    /** Waits until the submission is at rest. @return its receipt then, or at the limit */
    Optional<Receipt> awaitRest(String id, Duration limit) {
        try {
            Patience.await().pollInterval(Duration.ofMillis(50)).atMost(limit).until(() -> find(id).filter(
                            Receipt::isAtRest)
                    .isPresent());
        } catch (ConditionTimeoutException notInTime) {
            // what it says now is the story
        }
        return find(id);
    }

    private JsonNode ask(String document, Map<String, Object> variables) {
        JsonNode answer = graphql.post("", Map.of("query", document, "variables", variables));
        if (answer.hasNonNull("errors")) {
            throw new IllegalStateException("GraphQL errors: " + answer.path("errors"));
        }
        return answer.path("data");
    }
}
