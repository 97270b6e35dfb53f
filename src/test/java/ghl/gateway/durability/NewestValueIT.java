package ghl.gateway.durability;

import static org.assertj.core.api.Assertions.assertThat;

import ghl.gateway.fixture.GatewayLaunch;
import ghl.gateway.fixture.GatewayProcess;
import ghl.gateway.fixture.Patience;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A call whose answer was lost takes effect late; the same person's next form has set another value. */
@Tag("proof")
class NewestValueIT {

    private static final Duration SETTLE = TestScale.SETTLE.multipliedBy(2);
    private static final Map<String, Object> WITHIN_QUIET = Map.of("applyLateMs", TestScale.QUIET.toMillis() * 8 / 10);
    private static final Map<String, Object> AFTER_QUIET =
            Map.of("applyLateMs", SETTLE.toMillis() - TestScale.QUIET.toMillis() * 2);

    private static final Map<Collision, CollidingForms> withinQuiet = new EnumMap<>(Collision.class);
    private static final Map<Collision, CollidingForms> afterQuiet = new EnumMap<>(Collision.class);

    private static CrmProcess crm;
    private static GatewayLaunch launch;
    private static GatewayProcess process;
    private static GraphCaller gateway;

    /** Twice of the first form, because of its lost answer, and once of the second. */
    private static final int CALLS = 3;

    /** The collisions spend most of their time waiting, so all begin together. */
    @BeforeAll
    static void startBothAndSendTheForms() {
        crm = CrmProcess.start();
        launch = Engine.SQLITE.gateway(crm).with("SUBMISSION_SETTLE", SETTLE.toString());
        process = launch.start();
        gateway = new GraphCaller(process);
        for (Collision collision : Collision.values()) {
            withinQuiet.put(collision, CollidingForms.send(crm, gateway, collision, WITHIN_QUIET));
            afterQuiet.put(collision, CollidingForms.send(crm, gateway, collision, AFTER_QUIET));
        }
    }

    @AfterAll
    static void stopBoth() {
        process.close();
        crm.close();
    }

    @ParameterizedTest
    @EnumSource
    void newer_value_stays_when_the_lost_call_takes_effect_soon(Collision collision) {
        CollidingForms forms = withinQuiet.get(collision);

        List<Receipt> receipts = forms.atRest(gateway);

        assertThat(receipts).allMatch(Receipt::isDone);
        assertThat(forms.valueOf(collision.name)).as(receipts.toString()).isEqualTo(collision.newest);
    }

    @ParameterizedTest
    @EnumSource
    void newer_value_is_set_again_when_the_lost_call_takes_effect_after_the_quiet_period(Collision collision) {
        CollidingForms forms = afterQuiet.get(collision);

        List<Receipt> receipts = forms.atRest(gateway);

        assertThat(receipts).allMatch(Receipt::isDone);
        assertThat(forms.valueOf(collision.name)).as(receipts.toString()).isEqualTo(collision.newest);
        assertThat(receipts).anyMatch(receipt -> receipt.isRepaired(collision.name));
    }

    @Test
    void value_that_a_person_changed_in_the_crm_is_left_alone() {
        CollidingForms forms = CollidingForms.send(crm, gateway, Collision.FIRST_NAME, AFTER_QUIET);
        Patience.await().until(() -> forms.valueOf("firstName").equals("Bea"));
        forms.location().edit(forms.contactId(), Map.of("firstName", "Cid"));
        Patience.await().until(() -> !forms.valueOf("firstName").equals("Cid"));
        forms.location().edit(forms.contactId(), Map.of("firstName", "Dot"));

        List<Receipt> receipts = forms.atRest(gateway);

        assertThat(forms.valueOf("firstName")).as(receipts.toString()).isEqualTo("Dot");
    }

    @Test
    void reopened_task_stays_open_when_its_lost_completion_takes_effect_late() {
        CrmLocation location = crm.location(Map.of());
        String contact = location.contact(Collision.contactBefore(CollidingForms.EMAIL));
        String task = location.task(contact, "Call back", "Soon");
        location.fault(Map.of("operation", "update-task-completed", "applyLateMs", WITHIN_QUIET.get("applyLateMs")));
        String first = gateway.submit(location, completion(contact, task, true)).id();
        String second =
                gateway.submit(location, completion(contact, task, false)).id();

        Patience.await().until(() -> location.reached("update-task-completed") >= CALLS);
        new CollidingForms(location, contact, first, second).atRest(gateway);

        assertThat(location.tasks(contact).at("/0/completed").booleanValue()).isFalse();
    }

    /** The effect comes after the restart, which takes seconds on a busy machine. */
    @Test
    void newer_value_stays_when_the_gateway_is_killed_during_the_older_call() {
        GatewayLaunch own = launch.beside().with("SUBMISSION_SETTLE", "PT40S");
        CrmLocation location = crm.location(PersonFormFiller.SETTINGS);
        String contact = location.contact(Collision.contactBefore(CollidingForms.EMAIL));
        location.fault(Map.of("operation", "upsert-contact", "delayMs", Patience.MILLISECONDS, "applyLateMs", 20_000));
        String first;
        try (GatewayProcess doomed = own.start()) {
            first = new GraphCaller(doomed)
                    .submit(location, Collision.FIRST_NAME.first(CollidingForms.EMAIL))
                    .id();
            Patience.await().pollInterval(Duration.ofMillis(20)).until(location::isFaultless);
            doomed.kill();
        }
        try (GatewayProcess next = own.start()) {
            GraphCaller caller = new GraphCaller(next);
            String second = caller.submit(location, Collision.FIRST_NAME.second(CollidingForms.EMAIL))
                    .id();
            CollidingForms forms = new CollidingForms(location, contact, first, second);

            Patience.await().until(() -> location.reached("upsert-contact") >= CALLS);
            List<Receipt> receipts = forms.atRest(caller);

            assertThat(forms.valueOf("firstName")).as(receipts.toString()).isEqualTo("Bea");
        }
    }

    private static Map<String, Object> completion(String contact, String task, boolean completed) {
        return Map.of(
                "match", Map.of("id", contact),
                "updateTasks", List.of(Map.of("id", task, "completed", completed)),
                "wait", "PT0S");
    }
}
