package ghl.gateway.durability;

import static org.assertj.core.api.Assertions.assertThat;

import ghl.gateway.fixture.GatewayProcess;
import ghl.gateway.fixture.Patience;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a lost answer costs the same person's next form: it waits only for what collides, and reads only once. */
@Tag("proof")
class NextFormIT {

    private static final Map<String, Object> LOST = Map.of("dropAnswer", true);

    private static CrmProcess crm;
    private static GatewayProcess quick;

    /** Its quiet period outlasts the tests. */
    private static GatewayProcess patient;

    @BeforeAll
    static void startEverything() {
        crm = CrmProcess.start();
        quick = Engine.SQLITE.gateway(crm).with(TestScale.UNHURRIED).start();
        patient = Engine.SQLITE
                .gateway(crm)
                .with(TestScale.UNHURRIED)
                .with(Map.of("SUBMISSION_QUIET", "PT1H", "SUBMISSION_SETTLE", "PT2H"))
                .start();
    }

    @AfterAll
    static void stopEverything() {
        patient.close();
        quick.close();
        crm.close();
    }

    @Test
    void form_that_sets_another_value_waits_for_the_quiet_period() {
        GraphCaller gateway = new GraphCaller(patient);

        CollidingForms forms = CollidingForms.send(crm, gateway, Collision.FIRST_NAME, LOST);

        Patience.await().until(() -> gateway.find(forms.secondId())
                .filter(Receipt::isWaitingForQuiet)
                .isPresent());
    }

    @Test
    void form_that_sets_the_same_value_does_not_wait() {
        assertDoneAtOnce(Map.of("contact", Map.of("email", CollidingForms.EMAIL, "firstName", "Ann")));
    }

    @Test
    void form_that_sets_other_fields_does_not_wait() {
        assertDoneAtOnce(Map.of(
                "contact", Map.of("email", CollidingForms.EMAIL, "city", "Queens", "dnd", true),
                "tags", List.of("new")));
    }

    @Test
    void form_that_adds_a_note_does_not_wait() {
        assertDoneAtOnce(Map.of(
                "match", Map.of("email", CollidingForms.EMAIL), "notes", List.of(Map.of("body", "Asked again"))));
    }

    /** Each call once: nothing is read. */
    @Test
    void two_forms_without_faults_cost_no_reads() {
        CrmLocation location = crm.location(Map.of());
        sendToTheEnd(location, everything("Ann", "vip", "cold"));
        sendToTheEnd(location, everything("Bea", "cold", "vip"));

        assertThat(location.calls())
                .isEqualTo(Map.of(
                        "upsert-contact", 2, "add-tags", 2, "create-task", 2, "create-note", 2, "remove-tags", 2));
    }

    @Test
    void lost_answer_costs_at_most_one_read_of_the_contact() {
        CollidingForms forms = CollidingForms.send(crm, new GraphCaller(quick), Collision.FIRST_NAME, LOST);

        forms.atRest(new GraphCaller(quick));

        Map<String, Integer> calls = forms.location().calls();
        assertThat(calls.getOrDefault("get-contact", 0)).isLessThanOrEqualTo(1);
        calls.remove("get-contact");
        assertThat(calls).isEqualTo(Map.of("upsert-contact", 3));
    }

    /** The first form's call is lost, and its quiet period has hardly begun. */
    private static void assertDoneAtOnce(Map<String, Object> second) {
        GraphCaller gateway = new GraphCaller(patient);
        CrmLocation location = crm.location(Map.of());
        location.contact(Collision.contactBefore(CollidingForms.EMAIL));
        location.fault(Map.of("operation", "upsert-contact", "dropAnswer", true));
        gateway.submit(location, Collision.FIRST_NAME.first(CollidingForms.EMAIL));

        Receipt receipt = gateway.submit(location, second);

        Patience.await()
                .until(() -> gateway.find(receipt.id()).filter(Receipt::isDone).isPresent());
        assertThat(location.isFaultless()).isTrue();
    }

    private static void sendToTheEnd(CrmLocation location, Map<String, Object> form) {
        GraphCaller gateway = new GraphCaller(quick);
        Receipt receipt = gateway.submit(location, form);
        assertThat(gateway.awaitRest(receipt.id(), Patience.LIMIT)).get().matches(Receipt::isDone);
    }

    private static Map<String, Object> everything(String firstName, String tag, String oldTag) {
        Map<String, Object> form = new HashMap<>();
        form.put("contact", Map.of("email", CollidingForms.EMAIL, "firstName", firstName, "dnd", true));
        form.put("tags", List.of(tag));
        form.put("remove", Map.of("tags", List.of(oldTag)));
        form.put("tasks", List.of(Forms.task("Call back", "Soon")));
        form.put("notes", List.of(Map.of("body", "Asked for a sample.")));
        return form;
    }
}
