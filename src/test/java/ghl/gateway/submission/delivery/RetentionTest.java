package ghl.gateway.submission.delivery;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import ghl.gateway.fixture.Ask;
import ghl.gateway.fixture.Crm;
import ghl.gateway.fixture.Operator;
import ghl.gateway.storage.Database;
import ghl.gateway.submission.journal.IdempotencyKey;
import ghl.gateway.submission.journal.JournalTime;
import ghl.gateway.submission.journal.JournaledStep;
import ghl.gateway.submission.journal.JournaledSubmission;
import ghl.gateway.submission.journal.OrderingKeyStore;
import ghl.gateway.submission.journal.QuarantineStore;
import ghl.gateway.submission.journal.ReceivedBody;
import ghl.gateway.submission.journal.ReceivedBodyStore;
import ghl.gateway.submission.journal.SubmissionState;
import ghl.gateway.submission.journal.SubmissionStore;
import ghl.gateway.submission.receipt.ParkReason;
import ghl.gateway.submission.receipt.SubmissionStatus;
import ghl.gateway.submission.step.Plan;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Content is erased after the retention period. */
@QuarkusTest
class RetentionTest {

    @Inject
    Database database;

    @Inject
    SubmissionStore submissions;

    @Inject
    OrderingKeyStore orderingKeys;

    @Inject
    QuarantineStore quarantine;

    @Inject
    ReceivedBodyStore bodies;

    @Inject
    SubmissionConfig config;

    @Inject
    Clock clock;

    private Crm crm;

    @BeforeEach
    void ownLocation() {
        crm = Crm.fresh();
    }

    @Test
    void delivered_submission_after_retention_loses_its_content_and_keeps_its_history() {
        String id = submit();

        cleanAfter(config.retention().minusMinutes(1));
        assertThat(stored(id).plan()).isNotNull();
        cleanAfter(config.retention().plusMinutes(1));

        JournaledSubmission erased = stored(id);
        assertThat(erased.plan()).isNull();
        assertThat(erased.erasedAt()).isNotNull();
        assertThat(erased.steps()).extracting(JournaledStep::answer).containsOnlyNulls();
        assertThat(erased.steps()).extracting(JournaledStep::resultId).doesNotContainNull();
        assertThat(Operator.look(id).getString("status")).isEqualTo("DONE");
    }

    @Test
    void parked_submission_after_retention_keeps_its_content() {
        crm.fault(Map.of("operation", "upsert-contact", "status", 422, "times", 1, "body", Map.of("message", "no")));
        String id = submit();

        cleanAfter(config.retention().multipliedBy(12));

        assertThat(stored(id).plan()).isNotNull();
    }

    @Test
    void discarded_submission_after_retention_loses_its_content() {
        crm.fault(Map.of("operation", "upsert-contact", "status", 422, "times", 1, "body", Map.of("message", "no")));
        String id = submit();
        Operator.post("/submissions/" + id + "/discard", Map.of(), 200);

        cleanAfter(config.retention().plusMinutes(1));

        assertThat(stored(id).plan()).isNull();
    }

    @Test
    void discarded_unreadable_submission_after_retention_loses_its_body() {
        Plan plan = new Plan(crm.locationId(), null, List.of());
        Instant now = clock.instant();
        JournaledSubmission parked = JournaledSubmission.accepted(
                UUID.randomUUID().toString(),
                "lead-capture",
                plan,
                SubmissionState.accepted(null, now).parked(ParkReason.UNREADABLE, now),
                new JournalTime(now, now));
        ReceivedBody body = new ReceivedBody("LINK", "text/plain", Map.of(), new byte[] {1});
        database.write(transaction -> {
            submissions.insert(transaction, parked, new IdempotencyKey(null, "none", "none", null));
            bodies.insert(transaction, parked.id(), body);
            return null;
        });
        cleanAfter(config.retention().plusMinutes(1));
        assertThat(body(parked)).as("parked").isPresent();
        Operator.post("/submissions/" + parked.id() + "/discard", Map.of(), 200);
        assertThat(body(parked)).isPresent();

        cleanAfter(config.retention().plusMinutes(1));

        assertThat(body(parked)).isEmpty();
        assertThat(stored(parked.id()).plan()).isNull();
    }

    private Optional<ReceivedBody> body(JournaledSubmission submission) {
        return database.read(transaction -> bodies.find(transaction, submission.id()));
    }

    @Test
    void quarantined_submission_after_its_own_retention_is_deleted() {
        String id = given().formParam("name", "Robot")
                .formParam("email", "robot@example.com")
                .formParam("service", "kitchen")
                .formParam("homepage", "spam.example")
                .post("/forms/demo")
                .jsonPath()
                .getString("id");

        cleanAfter(config.quarantine().retention().minusMinutes(1));
        assertThat(stored(id).state().status()).isEqualTo(SubmissionStatus.QUARANTINED);
        assertThat(quarantined("demo")).isPositive();
        cleanAfter(config.quarantine().retention().plusMinutes(1));

        Optional<JournaledSubmission> found = database.read(transaction -> submissions.find(transaction, id));
        assertThat(found).isEmpty();
        assertThat(quarantined("demo")).isZero();
    }

    @Test
    void unreadable_submission_does_not_keep_others_from_being_erased() {
        String unreadable = submit();
        String other = submit();
        database.write(transaction ->
                transaction.update("UPDATE submission SET plan = ? WHERE id = ?", new byte[] {1, 2, 3}, unreadable));

        cleanAfter(config.retention().plusMinutes(1));

        assertThat(stored(other).plan()).isNull();
        database.write(transaction -> {
            orderingKeys.remove(transaction, unreadable);
            submissions.delete(transaction, unreadable);
            return null;
        });
    }

    private long quarantined(String form) {
        return database.read(transaction -> quarantine.bytes(transaction, form));
    }

    private void cleanAfter(Duration later) {
        Clock moved = Clock.offset(clock, later);
        new SubmissionCleaner(database, submissions, orderingKeys, quarantine, config, moved).clean();
    }

    private JournaledSubmission stored(String id) {
        return database.read(transaction -> submissions.find(transaction, id)).orElseThrow();
    }

    private String submit() {
        return Ask.submit(
                        crm,
                        Map.of("contact", Map.of("email", "ada@example.com"), "notes", List.of(Map.of("body", "x"))))
                .getString("submission.id");
    }
}
