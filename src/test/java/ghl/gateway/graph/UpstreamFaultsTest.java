package ghl.gateway.graph;

import static org.assertj.core.api.Assertions.assertThat;

import ghl.gateway.fixture.Ask;
import ghl.gateway.fixture.Crm;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Error codes for each kind of upstream fault, and the faults that a retry hides. */
@QuarkusTest
class UpstreamFaultsTest {

    private static final int LASTING = 1_000;

    private Crm crm;
    private String id;

    @BeforeEach
    void givenAContact() {
        crm = Crm.fresh();
        id = crm.contact(Map.of("email", "ada@example.com"));
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of(Map.of("status", 401), "UPSTREAM_UNAUTHORIZED", false),
                Arguments.of(Map.of("status", 403), "UPSTREAM_UNAUTHORIZED", false),
                Arguments.of(Map.of("status", 409), "UPSTREAM_REFUSED", false),
                Arguments.of(Map.of("status", 422), "UPSTREAM_REFUSED", false),
                Arguments.of(
                        Map.of("status", 429, "headers", Map.of("X-RateLimit-Daily-Remaining", "0")),
                        "RATE_LIMITED",
                        true),
                Arguments.of(Map.of("status", 500), "UPSTREAM_UNAVAILABLE", true),
                Arguments.of(Map.of("status", 503), "UPSTREAM_UNAVAILABLE", true),
                Arguments.of(Map.of("dropAnswer", true), "UPSTREAM_UNAVAILABLE", true),
                Arguments.of(Map.of("truncate", true), "UPSTREAM_UNAVAILABLE", true),
                Arguments.of(Map.of("malformed", true), "UPSTREAM_UNAVAILABLE", true));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void lasting_fault_is_reported_with_its_code(Map<String, Object> fault, String code, boolean retryable) {
        inject(fault, LASTING);

        JsonPath answer = notes();

        assertThat(answer.getString("data.contact.id")).isEqualTo(id);
        assertThat(answer.getList("data.contact.notes")).isNull();
        assertThat(answer.getList("errors.extensions.code")).containsExactly(code);
        assertThat(answer.getBoolean("errors[0].extensions.retryable")).isEqualTo(retryable);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void transient_transport_fault_is_retried(Map<String, Object> fault, String code, boolean retryable) {
        inject(fault, 1);

        JsonPath answer = notes();

        boolean retried = code.equals("UPSTREAM_UNAVAILABLE");
        assertThat(answer.getList("errors"))
                .satisfies(errors -> assertThat(errors == null).isEqualTo(retried));
        assertThat(answer.getInt("extensions.highlevel.calls"))
                .as("contact and notes")
                .isEqualTo(retried ? 3 : 2);
    }

    @Test
    void missing_contact_is_null_without_error() {
        JsonPath answer = Ask.query(
                "query($l: ID) { contact(id: \"noSuchContact0000001\", locationId: $l) { id notes { body } } }",
                Map.of("l", crm.locationId()));

        assertThat(answer.getMap("data.contact")).isNull();
        assertThat(answer.getList("errors")).isNull();
    }

    private void inject(Map<String, Object> fault, int times) {
        Map<String, Object> ofNotes = new HashMap<>(fault);
        ofNotes.put("operation", "get-all-notes");
        ofNotes.put("times", times);
        crm.fault(ofNotes);
    }

    private JsonPath notes() {
        return Ask.query(
                "query($id: ID!, $l: ID) { contact(id: $id, locationId: $l) { id notes { body } } }",
                Map.of("id", id, "l", crm.locationId()));
    }
}
