package ghl.gateway.form;

import static ghl.gateway.fixture.Patience.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import ghl.gateway.fixture.Crm;
import ghl.gateway.fixture.FormCrm;
import ghl.gateway.fixture.MovableClock;
import ghl.gateway.fixture.Operator;
import ghl.gateway.fixture.Patience;
import ghl.gateway.form.FilledForm.MissingAnswerPolicy;
import ghl.gateway.form.answer.Answers;
import ghl.gateway.form.definition.FormDefinition;
import ghl.gateway.storage.Database;
import ghl.gateway.submission.accept.KnownLocations;
import ghl.gateway.submission.input.SubmissionContextInput;
import ghl.gateway.submission.journal.LocationFactsStore;
import ghl.gateway.submission.journal.QuarantineStore;
import ghl.gateway.submission.journal.ReceivedBody;
import ghl.gateway.submission.receipt.ParkReason;
import ghl.gateway.submission.receipt.Submission;
import ghl.gateway.submission.receipt.SubmissionStatus;
import ghl.gateway.submission.receipt.SubmitFormPayload;
import ghl.gateway.submission.receipt.UserError;
import ghl.gateway.submission.receipt.UserErrorCode;
import ghl.gateway.submission.receipt.Warning;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Forms received by intakes. */
abstract class IntakeContract {

    @Inject
    FormSubmissions submissions;

    @Inject
    Forms forms;

    @Inject
    MovableClock clock;

    @Inject
    KnownLocations locations;

    @Inject
    Database database;

    @Inject
    QuarantineStore quarantine;

    private Crm crm;

    @BeforeEach
    void ownLocation() {
        crm = FormCrm.fresh();
    }

    @Test
    void same_answers_within_the_window_are_one_submission() {
        SubmitFormPayload first = submit(lead("ada@example.com", "page-1"));
        SubmitFormPayload again = submit(lead("ada@example.com", "page-2"));
        SubmitFormPayload other = submit(lead("bob@example.com", "page-1"));

        assertThat(again.submission().id()).isEqualTo(first.submission().id());
        assertThat(again.submission().replayed()).isTrue();
        assertThat(other.submission().id()).isNotEqualTo(first.submission().id());
    }

    @Test
    void same_answers_after_the_window_start_a_new_submission_and_window() {
        SubmitFormPayload first = submit(lead("ada@example.com", "page"));
        clock.advance(Duration.ofMinutes(11));
        SubmitFormPayload later = submit(lead("ada@example.com", "page"));
        clock.advance(Duration.ofMinutes(9));
        SubmitFormPayload repeat = submit(lead("ada@example.com", "page"));

        assertThat(later.submission().id()).isNotEqualTo(first.submission().id());
        assertThat(repeat.submission().id()).isEqualTo(later.submission().id());
    }

    @Test
    void same_answers_after_discard_are_a_new_submission() {
        FilledForm spam = new FilledForm(
                form("lead-capture"),
                Answers.builder().add("email", "given-up@example.com").build(),
                null,
                null,
                MissingAnswerPolicy.REJECT,
                List.of(),
                true);
        String discarded = submit(spam).submission().id();
        Operator.post("/submissions/" + discarded + "/discard", Map.of(), 200);

        String again = submit(lead("given-up@example.com", "page")).submission().id();

        assertThat(again).isNotEqualTo(discarded);
        Operator.awaitStatus(again, "DONE");
    }

    @Test
    void same_answers_after_erasure_are_a_new_submission() {
        String erased = submit(lead("erased@example.com", "page")).submission().id();
        Operator.awaitStatus(erased, "DONE");
        Operator.post("/persons/erase", Map.of("email", "erased@example.com", "locationId", crm.locationId()), 200);

        String again = submit(lead("erased@example.com", "page")).submission().id();
        String repeat = submit(lead("erased@example.com", "page")).submission().id();

        assertThat(again).isNotEqualTo(erased);
        assertThat(repeat).as("a repeat of the second").isEqualTo(again);
    }

    @Test
    void event_id_stays_used_after_erasure() {
        String discarded = submit(lead("event@example.com", "event-9", "page"))
                .submission()
                .id();
        Operator.awaitStatus(discarded, "DONE");
        Operator.post("/persons/erase", Map.of("email", "event@example.com", "locationId", crm.locationId()), 200);

        assertThat(submit(lead("event@example.com", "event-9", "page"))
                        .submission()
                        .id())
                .isEqualTo(discarded);
    }

    @Test
    void form_is_accepted_during_outage_for_unknown_location() {
        crm.settings(Map.of("outage", "refuse-503"));
        FilledForm form = new FilledForm(
                form("service-request"),
                Answers.builder()
                        .add("email", "early@example.com")
                        .add("phone", "(212) 555-0101")
                        .add("budget", "12000")
                        .build(),
                null,
                null,
                MissingAnswerPolicy.WARN,
                List.of(),
                false);

        SubmitFormPayload payload = submit(form);

        assertThat(payload.userErrors()).isEmpty();
        assertThat(payload.submission().warnings())
                .extracting(Warning::code)
                .contains("LOCATION_UNKNOWN", "ANSWER_MISPLACED");
        assertThat(payload.submission().warnings())
                .extracting(Warning::message)
                .anyMatch(message ->
                        message.startsWith("phone ") && message.endsWith("the answer is in the note instead"))
                .anyMatch(
                        message -> message.contains("budget") && message.endsWith("the answer is in the note instead"));
        crm.settings(Collections.singletonMap("outage", null));
    }

    @Test
    void learned_location_facts_are_used_during_outage() {
        locations.learn(Set.of(crm.locationId()));
        crm.settings(Map.of("outage", "refuse-503"));
        FilledForm form = new FilledForm(
                form("service-request"),
                Answers.builder()
                        .add("email", "learned@example.com")
                        .add("phone", "(212) 555-0101")
                        .add("budget", "12000")
                        .build(),
                null,
                null,
                MissingAnswerPolicy.WARN,
                List.of(),
                false);

        assertThat(submit(form).submission().warnings())
                .extracting(Warning::code)
                .doesNotContain("LOCATION_UNKNOWN", "ANSWER_MISPLACED");
        crm.settings(Collections.singletonMap("outage", null));
    }

    @Test
    void submission_does_not_wait_for_refresh_of_location_facts() {
        locations.learn(Set.of(crm.locationId()));
        clock.advance(Duration.ofHours(1));
        crm.fault(Map.of("operation", "get-location", "delayMs", 9000, "times", 1));
        crm.fault(Map.of("operation", "get-custom-fields", "delayMs", 9000, "times", 1));
        int before = crm.calls("get-location") + crm.calls("get-custom-fields");

        submit(lead("at-once@example.com", "page"));

        assertThat(crm.calls("get-location") + crm.calls("get-custom-fields")).isEqualTo(before);
    }

    @Test
    void stale_location_facts_are_refreshed() {
        locations.learn(Set.of(crm.locationId()));
        clock.advance(Duration.ofHours(1));
        int before = crm.calls("get-location");

        locations.learn(Set.of(crm.locationId()));

        assertThat(crm.calls("get-location")).isEqualTo(before + 1);
    }

    @Test
    void facts_of_form_locations_are_learned_before_the_first_submission() {
        LocationFactsStore kept = new LocationFactsStore();
        String formsLocation = Crm.main().locationId();

        await().until(() ->
                database.read(transaction -> kept.find(transaction, formsLocation, LocationFactsStore.LOCATION)
                        .isPresent()));
        await().until(() ->
                database.read(transaction -> kept.find(transaction, formsLocation, LocationFactsStore.CUSTOM_FIELDS)
                        .isPresent()));
    }

    @Test
    void concurrent_equal_submissions_are_one() {
        List<CompletableFuture<String>> ids = IntStream.range(0, 20)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> submit(lead("ada@example.com", "page " + i))
                        .submission()
                        .id()))
                .toList();

        assertThat(ids.stream().map(CompletableFuture::join).distinct()).hasSize(1);
    }

    @Test
    void senders_event_id_identifies_a_repeat() {
        SubmitFormPayload first = submit(lead("ada@example.com", "event-1", "page-1"));
        SubmitFormPayload again = submit(lead("ada@example.com", "event-1", "page-2"));
        SubmitFormPayload second = submit(lead("ada@example.com", "event-2", "page-1"));
        SubmitFormPayload other = submit(lead("bob@example.com", "event-1", "page-1"));

        assertThat(again.submission().id()).isEqualTo(first.submission().id());
        assertThat(second.submission().id()).isNotEqualTo(first.submission().id());
        assertThat(other.userErrors()).extracting(UserError::code).containsExactly(UserErrorCode.KEY_REUSED);
    }

    @Test
    void missing_answer_is_a_warning_under_policy_warn() {
        FilledForm form = new FilledForm(
                form("lead-capture"),
                Answers.builder().add("phone", "(212) 555-0101").build(),
                null,
                null,
                MissingAnswerPolicy.WARN,
                List.of(),
                false);

        SubmitFormPayload payload = submit(form);

        assertThat(payload.userErrors()).isEmpty();
        assertThat(payload.submission().warnings()).extracting(Warning::code).containsExactly("ANSWER_MISSING");
        Operator.awaitStatus(payload.submission().id(), "DONE");
    }

    @Test
    void contact_is_created_without_any_identifier() {
        FilledForm form = new FilledForm(
                form("lead-capture"),
                Answers.builder()
                        .add("first_name", "Ada")
                        .add("email", "ada")
                        .add("phone", "call me")
                        .build(),
                null,
                null,
                MissingAnswerPolicy.WARN,
                List.of(),
                false);

        SubmitFormPayload payload = submit(form);

        assertThat(payload.submission().warnings())
                .extracting(Warning::code)
                .containsExactly("ANSWER_MISPLACED", "ANSWER_MISPLACED", "NO_IDENTIFIER");
        String id = payload.submission().id();
        Operator.awaitStatus(id, "DONE");
        assertThat(crm.calls("create-contact")).isEqualTo(1);
        assertThat(Operator.get("/submissions/" + id + "/calls")
                        .getList("calls.body")
                        .toString())
                .contains("Ada", ": ada", ": call me");
    }

    @ParameterizedTest
    @ValueSource(strings = {"unsubscribe", "erase-me"})
    void unsubscribe_or_erasure_without_identifier_parks_for_approval(String name) {
        FilledForm form = new FilledForm(
                form(name),
                Answers.builder().add("email", "ada at example").build(),
                null,
                null,
                MissingAnswerPolicy.WARN,
                List.of(),
                false);

        SubmitFormPayload payload = submit(form);

        assertThat(payload.submission().status()).isEqualTo(SubmissionStatus.PARKED);
        assertThat(payload.submission().reason()).isEqualTo(ParkReason.APPROVAL);
        assertThat(payload.submission().warnings())
                .extracting(Warning::code)
                .containsExactly("ANSWER_MISPLACED", "NO_IDENTIFIER");
        assertThat(crm.writes()).isZero();
        String id = payload.submission().id();
        assertThat(Operator.get("/submissions/" + id + "/calls")
                        .getList("calls.body")
                        .toString())
                .as("an operator can see the invalid address")
                .contains("ada at example");

        Operator.post("/submissions/" + id + "/approve", Map.of(), 200);

        Operator.awaitStatus(id, "DONE");
        assertThat(crm.calls("create-contact")).isEqualTo(1);
        assertThat(crm.calls("delete-contact")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"unsubscribe", "erase-me"})
    void unsubscribe_or_erasure_without_identifier_is_rejected_under_policy_reject(String name) {
        FilledForm form = new FilledForm(
                form(name),
                Answers.builder().add("email", "ada at example").build(),
                null,
                null,
                MissingAnswerPolicy.REJECT,
                List.of(),
                false);

        assertThat(submit(form).userErrors()).hasSize(1);
    }

    @Test
    void quarantined_form_is_delivered_after_approval() {
        FilledForm spam = new FilledForm(
                form("lead-capture"),
                Answers.builder().add("email", "ada@example.com").build(),
                null,
                null,
                MissingAnswerPolicy.REJECT,
                List.of(),
                true);

        SubmitFormPayload payload = submit(spam);

        String id = payload.submission().id();
        assertThat(payload.submission().status()).isEqualTo(SubmissionStatus.QUARANTINED);
        assertThat(payload.submission().settledAt()).isNotNull();
        assertThat(submit(spam).submission().id()).isEqualTo(id);
        assertThat(crm.writes()).isZero();

        Operator.post("/submissions/" + id + "/approve", Map.of(), 200);

        Operator.awaitStatus(id, "DONE");
        assertThat(crm.calls("upsert-contact")).isEqualTo(1);
    }

    @Test
    void quarantine_of_a_form_never_exceeds_its_limit() {
        String id = submit(lead("ada@example.com", "page").withQuarantined(true))
                .submission()
                .id();
        assertThat(quarantine(id, "alone " + id, Long.MAX_VALUE)).isTrue();
        long size = quarantined("alone " + id);

        long fitting = IntStream.range(0, 20)
                .parallel()
                .filter(i -> quarantine(id, "crowded " + id, 3 * size + size / 2))
                .count();

        assertThat(fitting).isEqualTo(3);
        assertThat(quarantined("crowded " + id)).isEqualTo(3 * size);
    }

    @Test
    void approval_and_erasure_of_a_person_give_room_back() {
        long before = quarantined("lead-capture");
        submit(lead("spam@example.com", "page").withQuarantined(true));
        long erased = quarantined("lead-capture");
        String approved = submit(lead("ada@example.com", "page").withQuarantined(true))
                .submission()
                .id();
        assertThat(quarantined("lead-capture")).isGreaterThan(erased);

        Operator.post("/submissions/" + approved + "/approve", Map.of(), 200);
        assertThat(quarantined("lead-capture")).isEqualTo(erased).isGreaterThan(before);
        Operator.post("/persons/erase", Map.of("email", "spam@example.com", "locationId", crm.locationId()), 200);

        assertThat(quarantined("lead-capture")).isEqualTo(before);
    }

    @Test
    void unreadable_form_is_read_again_and_delivered_once() {
        String email = UUID.randomUUID() + "@example.com";
        FormDefinition form = forms.find("lead-capture").orElseThrow();
        ReceivedBody body = new ReceivedBody(
                "LINK",
                "application/json",
                Map.of(),
                ("{\"email\":\"" + email + "\"}").getBytes(StandardCharsets.UTF_8));
        long before = quarantined("lead-capture");
        Submission parked =
                submissions.park(form, body, null, "a reason").await().atMost(Patience.LIMIT);
        Submission repeat =
                submissions.park(form, body, null, "a reason").await().atMost(Patience.LIMIT);
        assertThat(repeat.id()).isEqualTo(parked.id());
        assertThat(parked.reason()).isEqualTo(ParkReason.UNREADABLE);
        assertThat(quarantined("lead-capture")).isGreaterThan(before + body.bytes().length);

        IntStream.range(0, 8).parallel().forEach(operator -> given().contentType("application/json")
                .body("{}")
                .post("/ops/submissions/" + parked.id() + "/retry"));

        JsonPath receipt = Operator.awaitStatus(parked.id(), "DONE");
        assertThat(Crm.main()
                        .get("/contacts/" + receipt.getString("contactId") + "/tasks")
                        .getList("tasks"))
                .hasSize(1);
        assertThat(quarantined("lead-capture")).isEqualTo(before);
    }

    private boolean quarantine(String id, String form, long limit) {
        return database.write(transaction -> quarantine.add(transaction, form, id, limit));
    }

    private long quarantined(String form) {
        return database.read(transaction -> quarantine.bytes(transaction, form));
    }

    private FilledForm lead(String email, String page) {
        return lead(email, null, page);
    }

    private FilledForm lead(String email, String event, String page) {
        return new FilledForm(
                form("lead-capture"),
                Answers.builder().add("email", email).build(),
                new SubmissionContextInput(null, page, null, null, null, null),
                event,
                MissingAnswerPolicy.REJECT,
                List.of(),
                false);
    }

    /** A built-in form, in this test's own location. */
    private FormDefinition form(String name) {
        FormDefinition form = forms.find(name).orElseThrow();
        return new FormDefinition(
                form.name(), form.title(), crm.locationId(), form.answers(), form.senders(), form.actions());
    }

    private SubmitFormPayload submit(FilledForm form) {
        return submissions.submit(form).await().atMost(Patience.LIMIT);
    }
}
