package ghl.gateway.ops;

import static org.assertj.core.api.Assertions.assertThat;

import ghl.gateway.fixture.Ask;
import ghl.gateway.fixture.Crm;
import ghl.gateway.fixture.Operator;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Operators' actions on submissions. */
@QuarkusTest
class OperatorTest {

    private static final Map<String, Object> NOTHING = Map.of();

    private Crm crm;

    @BeforeEach
    void ownLocation() {
        crm = Crm.fresh();
    }

    @Test
    void retry_does_not_repeat_done_steps() {
        String id = waiting("ada@example.com", "create-task");

        JsonPath receipt = Operator.post("/submissions/" + id + "/retry", NOTHING, 200);

        assertThat(receipt.getString("id")).isEqualTo(id);
        JsonPath done = Operator.awaitStatus(id, "DONE");
        assertThat(done.getList("steps.attempts")).containsExactly(1, 1, 2);
        assertThat(crm.calls("upsert-contact")).isEqualTo(1);
        assertThat(crm.calls("add-tags")).isEqualTo(1);
        assertThat(tasksOf(done)).containsExactly("Call back");
        assertThat(Operator.audit(id).getList("audit.action")).containsExactly("retry");
        assertThat(Operator.audit(id).getList("audit.detail")).containsExactly("was WAITING");
        assertThat(Operator.audit(id).getList("audit.actor")).containsExactly("open");
    }

    @Test
    void retry_includes_refused_and_skipped_steps() {
        crm.fault(Map.of("operation", "upsert-contact", "status", 422, "times", 1, "body", Map.of("message", "no")));
        String id = submit("ada@example.com").getString("submission.id");
        assertThat(Operator.awaitStatus(id, "PARKED").getList("steps.status"))
                .containsExactly("REFUSED", "SKIPPED", "SKIPPED");

        Operator.post("/submissions/" + id + "/retry", NOTHING, 200);

        assertThat(tasksOf(Operator.awaitStatus(id, "DONE"))).containsExactly("Call back");
    }

    @Test
    void bulk_retry_spaces_all_submissions_of_a_cause() {
        Instant since = Instant.now();
        String first = waiting("ada@example.com", "create-task");
        String second = waiting("bob@example.com", "create-task");
        String third = waiting("cy@example.com", "create-task");
        String other = parked("dee@example.com");

        JsonPath answer = Operator.post(
                "/submissions/retry",
                Map.of("cause", "CREDENTIALS", "since", since.toString(), "spacing", "PT20M", "most", 10),
                200);

        assertThat(answer.getInt("retried")).isEqualTo(3);
        Operator.awaitStatus(first, "DONE");
        Instant secondAt = Instant.parse(Operator.look(second).getString("nextAttemptAt"));
        Instant thirdAt = Instant.parse(Operator.look(third).getString("nextAttemptAt"));
        assertThat(Duration.between(since, secondAt)).isBetween(Duration.ofMinutes(20), Duration.ofMinutes(21));
        assertThat(Duration.between(secondAt, thirdAt)).isEqualTo(Duration.ofMinutes(20));
        assertThat(Operator.audit(third).getList("audit.detail")).containsExactly("all of CREDENTIALS");
        assertThat(Operator.look(other).getString("status")).isEqualTo("PARKED");
        assertThat(Operator.audit(other).getList("audit")).isEmpty();
    }

    @Test
    void bulk_retry_respects_most_and_since() {
        Instant since = Instant.now();
        parked("ada@example.com");
        parked("bob@example.com");
        Map<String, Object> order = Map.of("cause", "REFUSED", "most", 1, "since", since.toString());
        Map<String, Object> later =
                Map.of("cause", "REFUSED", "since", since.plusSeconds(3600).toString());

        assertThat(Operator.post("/submissions/retry", later, 200).getInt("retried"))
                .isZero();
        assertThat(Operator.post("/submissions/retry", order, 200).getInt("retried"))
                .isEqualTo(1);
    }

    @Test
    void discard_releases_submissions_that_wait_for_it() {
        String first = waiting("ada@example.com", "upsert-contact");
        String second = submit("ada@example.com").getString("submission.id");
        Operator.awaitWaiting(second, "LANE");

        JsonPath receipt = Operator.post("/submissions/" + first + "/discard", NOTHING, 200);

        assertThat(receipt.getString("status")).isEqualTo("DISCARDED");
        assertThat(receipt.getString("settledAt")).isNotNull();
        Operator.awaitStatus(second, "DONE");
        assertThat(Operator.look(first).getString("status")).isEqualTo("DISCARDED");
        assertThat(crm.calls("upsert-contact")).as("the second one's").isEqualTo(1);
        assertThat(Operator.audit(first).getList("audit.action")).containsExactly("discard");
    }

    @Test
    void settled_submission_cannot_be_changed() {
        String done = submit("ada@example.com").getString("submission.id");
        Operator.awaitStatus(done, "DONE");
        String discarded = parked("bob@example.com");
        Operator.post("/submissions/" + discarded + "/discard", NOTHING, 200);

        assertThat(Operator.refusal("/submissions/" + done + "/retry", NOTHING, 409))
                .isEqualTo("It is done: there is nothing to retry");
        assertThat(Operator.refusal("/submissions/" + done + "/discard", NOTHING, 409))
                .isEqualTo("It is done: there is nothing to discard");
        assertThat(Operator.refusal("/submissions/" + discarded + "/retry", NOTHING, 409))
                .isEqualTo("It was discarded: there is nothing to retry");
        assertThat(Operator.refusal("/submissions/" + discarded + "/steps/1/resolve", Map.of("done", true), 409))
                .isEqualTo("It was discarded: only steps of a parked submission can be resolved");
        assertThat(Operator.audit(done).getList("audit")).isEmpty();
    }

    @Test
    void running_submission_can_be_discarded_but_not_retried() {
        crm.fault(Map.of("operation", "create-task", "delayMs", 2000, "times", 1));
        String id = submit("ada@example.com", "PT0S").getString("submission.id");
        Operator.awaitStatus(id, "RUNNING");

        assertThat(Operator.refusal("/submissions/" + id + "/retry", NOTHING, 409))
                .isEqualTo("It is being delivered: there is nothing to retry");

        Operator.post("/submissions/" + id + "/discard", NOTHING, 200);
        JsonPath next = submit("ada@example.com", "PT10S");

        assertThat(next.getString("submission.status")).isEqualTo("DONE");
        Operator.awaitStatus(id, "DISCARDED");
    }

    /** A submission that waits for credentials; its next attempt is 15 minutes away. */
    private String waiting(String email, String refusedOperation) {
        crm.fault(Map.of("operation", refusedOperation, "status", 401, "times", 1));
        String id = submit(email).getString("submission.id");
        Operator.awaitWaiting(id, "CREDENTIALS");
        return id;
    }

    private String parked(String email) {
        crm.fault(Map.of("operation", "create-task", "status", 422, "times", 1, "body", Map.of("message", "no")));
        String id = submit(email).getString("submission.id");
        Operator.awaitStatus(id, "PARKED");
        return id;
    }

    private JsonPath submit(String email) {
        return submit(email, "PT3S");
    }

    private JsonPath submit(String email, String wait) {
        return Ask.submit(
                crm,
                new HashMap<>(Map.of(
                        "contact", Map.of("email", email),
                        "tags", List.of("web lead"),
                        "tasks", List.of(Map.of("title", "Call back")),
                        "wait", wait)));
    }

    private List<String> tasksOf(JsonPath receipt) {
        return crm.get("/contacts/" + receipt.getString("contactId") + "/tasks").getList("tasks.title");
    }
}
