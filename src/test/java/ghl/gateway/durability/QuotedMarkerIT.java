package ghl.gateway.durability;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import ghl.gateway.fixture.GatewayLaunch;
import ghl.gateway.fixture.GatewayProcess;
import ghl.gateway.fixture.Patience;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The gateway is killed after it created a note and before it stored the id; meanwhile the note is quoted with its marker. */
@Tag("proof")
class QuotedMarkerIT {

    private static final Duration LIMIT = Patience.LIMIT;
    private static final String EMAIL = "nora.quoted@example.com";

    @Test
    void quoted_marker_is_not_mistaken_for_the_lost_note() {
        try (CrmProcess crm = CrmProcess.start()) {
            GatewayLaunch launch = Engine.SQLITE.gateway(crm);
            CrmLocation location = crm.location(Map.of());

            Receipt first = killedAfterItsNoteWasMade(launch, location);
            String contact = location.contacts().get(0).path("id").textValue();
            JsonNode original = location.notes(contact).get(0);
            String marker = Body.marker(original.path("body").textValue()).orElseThrow();
            location.note(contact, "They wrote:\n" + marker + "\nI shall call.");

            try (GatewayProcess next = launch.start()) {
                GraphCaller caller = new GraphCaller(next);
                Receipt second = caller.submit(location, note("You wrote:\nThe original.\n" + marker));
                Optional<Receipt> rest = caller.awaitRest(first.id(), LIMIT);
                caller.awaitRest(second.id(), LIMIT);

                Facts truth = new Facts()
                        .contact(EMAIL, "", "")
                        .note(EMAIL, "The original.")
                        .note(EMAIL, "They wrote:\n" + marker + "\nI shall call.")
                        .note(EMAIL, "You wrote:\nThe original.");
                assertThat(CrmTruth.deviations(new FilledForm(Map.of(), truth), location, rest))
                        .as(next.log())
                        .isEmpty();
                assertThat(rest.orElseThrow().json().at("/steps/1/resultId")).isEqualTo(original.path("id"));
            }
        }
    }

    private static Receipt killedAfterItsNoteWasMade(GatewayLaunch launch, CrmLocation location) {
        try (GatewayProcess doomed =
                launch.with("GATEWAY_FAILPOINT", "step.ADD_NOTE.after-call").start()) {
            Receipt receipt = new GraphCaller(doomed).submit(location, note("The original."));
            doomed.awaitLine("PAUSED AT step.ADD_NOTE.after-call", LIMIT);
            doomed.kill();
            return receipt;
        }
    }

    private static Map<String, Object> note(String body) {
        return Map.of("contact", Map.of("email", EMAIL), "notes", Map.of("body", body), "wait", "PT0S");
    }
}
