package ghl.gateway.durability;

import static org.assertj.core.api.Assertions.assertThat;

import ghl.gateway.fixture.Patience;
import ghl.gateway.submission.receipt.StepKind;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URL;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the comparison of the kill matrix: no deviation without faults, and no deviation is missed. */
@QuarkusTest
class FormCaseTest {

    @TestHTTPResource("/")
    URL gateway;

    private JsonCaller sandbox;
    private GraphCaller caller;

    @BeforeEach
    void connect() {
        String address = gateway.toString().replaceAll("/$", "");
        sandbox = new JsonCaller(address + "/sandbox", Patience.LIMIT);
        caller = new GraphCaller(address + "/graphql");
    }

    @ParameterizedTest
    @EnumSource(value = FormCase.class, mode = EnumSource.Mode.EXCLUDE, names = "QUOTING")
    void undisturbed_form_produces_exactly_its_expected_facts(FormCase form) {
        for (long seed = 0; seed < 3; seed++) {
            CrmLocation location = CrmProcess.location(sandbox, form.settings());
            FilledForm filled = form.fill(location, new Random(seed));

            Receipt receipt = submitted(location, filled);

            assertThat(CrmTruth.deviations(filled, location, Optional.of(receipt)))
                    .as("%s, seed %d", form, seed)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"contact", "tag", "task", "note"})
    void surplus_record_is_a_deviation(String thing) {
        CrmLocation location = CrmProcess.location(sandbox, Map.of("allowDuplicateContact", true));
        FilledForm filled = Forms.everyday(location, new Random(0));
        Receipt receipt = submitted(location, filled);

        addTwin(location, thing);

        assertThat(CrmTruth.deviations(filled, location, Optional.of(receipt)))
                .anyMatch(deviation -> deviation.startsWith("too many: " + thing));
    }

    @Test
    void missing_record_is_a_deviation_unless_the_submission_is_parked() {
        CrmLocation location = CrmProcess.location(sandbox, Map.of());
        FilledForm filled = Forms.everyday(location, new Random(1));
        location.fault(Map.of("operation", "add-tags", "status", 422, "body", Map.of("message", List.of("no"))));

        Receipt parked = submitted(location, filled);

        assertThat(parked.isParked()).isTrue();
        assertThat(CrmTruth.deviations(filled, location, Optional.of(parked))).isEmpty();
        assertThat(CrmTruth.deviations(filled, location, Optional.empty()))
                .contains("the submission is not known")
                .anyMatch(deviation -> deviation.startsWith("missing: tag"));
    }

    @Test
    void every_kind_of_step_is_in_some_form() {
        for (StepKind kind : StepKind.values()) {
            assertThat(FormCase.with(kind, 0).kinds()).contains(kind);
        }
    }

    private Receipt submitted(CrmLocation location, FilledForm filled) {
        Map<String, Object> patient = new HashMap<>(filled.input());
        patient.put("wait", "PT10S");
        return caller.submit(location, patient);
    }

    private static void addTwin(CrmLocation location, String thing) {
        String contact = location.contacts().get(0).path("id").textValue();
        String email = location.contacts().get(0).path("email").textValue();
        switch (thing) {
            case "contact" -> location.contact(Map.of("email", email));
            case "tag" -> location.tag(contact, "surplus");
            case "task" -> location.task(contact, "Call back", "About <b>oak</b> & ash");
            default -> location.note(contact, "Asked for a sample.\nOf oak & ash.\nref ABCDEFGHIJKLMNOP");
        }
    }
}
