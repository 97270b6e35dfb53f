package ghl.gateway.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ghl.gateway.fixture.Crm;
import ghl.gateway.fixture.FormCrm;
import ghl.gateway.fixture.MovableClock;
import ghl.gateway.fixture.Operator;
import ghl.gateway.form.FilledForm.MissingAnswerPolicy;
import ghl.gateway.form.answer.Answers;
import ghl.gateway.form.definition.FormDefinition;
import ghl.gateway.storage.Database;
import ghl.gateway.submission.accept.KnownLocations;
import ghl.gateway.submission.input.SubmissionContextInput;
import ghl.gateway.submission.journal.LocationFactsStore;
import ghl.gateway.submission.receipt.ParkReason;
import ghl.gateway.submission.receipt.SubmissionStatus;
import ghl.gateway.submission.receipt.SubmitFormPayload;
import ghl.gateway.submission.receipt.UserError;
import ghl.gateway.submission.receipt.UserErrorCode;
import ghl.gateway.submission.receipt.Warning;
import io.quarkus.test.junit.QuarkusTestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What intakes hand on. */
abstract class IntakeContract {

    /** A clock that the test moves. */
    public static final class Hours implements QuarkusTestProfile {

        @Override
        public Set<Class<?>> getEnabledAlternatives() {
            return Set.of(MovableClock.class);
        }
    }

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

    private Crm crm;

    @BeforeEach
    void ownLocation() {
        crm = FormCrm.fresh();
    }

    @Test
    void the_same_answers_shortly_after_are_one_submission() {
        SubmitFormPayload first = submit(lead("ada@example.com", "page-1"));
        SubmitFormPayload again = submit(lead("ada@example.com", "page-2"));
        SubmitFormPayload other = submit(lead("bob@example.com", "page-1"));

        assertThat(again.submission().id()).isEqualTo(first.submission().id());
        assertThat(again.submission().replayed()).isTrue();
        assertThat(other.submission().id()).isNotEqualTo(first.submission().id());
    }

    @Test
    void the_same_answers_later_are_another_submission_and_have_their_own_time() {
        SubmitFormPayload first = submit(lead("ada@example.com", "page"));
        clock.advance(Duration.ofMinutes(11));
        SubmitFormPayload later = submit(lead("ada@example.com", "page"));
        clock.advance(Duration.ofMinutes(9));
        SubmitFormPayload repeat = submit(lead("ada@example.com", "page"));

        assertThat(later.submission().id()).isNotEqualTo(first.submission().id());
        assertThat(repeat.submission().id()).isEqualTo(later.submission().id());
    }

    @Test
    void the_same_answers_after_they_were_given_up_are_another_submission() {
        FilledForm spam = new FilledForm(
                form("lead-capture"),
                Answers.builder().add("email", "given-up@example.com").build(),
                null,
                null,
                null,
                MissingAnswerPolicy.REFUSED,
                true);
        String givenUp = submit(spam).submission().id();
        Operator.post("/submissions/" + givenUp + "/discard", Map.of(), 200);

        String again = submit(lead("given-up@example.com", "page")).submission().id();

        assertThat(again).isNotEqualTo(givenUp);
        Operator.awaitStatus(again, "DONE");
    }

    @Test
    void the_same_answers_after_an_erasure_are_another_submission() {
        String erased = submit(lead("erased@example.com", "page")).submission().id();
        Operator.awaitStatus(erased, "DONE");
        Operator.post("/persons/erase", Map.of("email", "erased@example.com", "locationId", crm.locationId()), 200);

        String again = submit(lead("erased@example.com", "page")).submission().id();
        String repeat = submit(lead("erased@example.com", "page")).submission().id();

        assertThat(again).isNotEqualTo(erased);
        assertThat(repeat).as("a repeat of the second").isEqualTo(again);
    }

    @Test
    void the_event_id_of_what_was_given_up_stays_used() {
        String givenUp = submit(lead("event@example.com", "event-9", "page"))
                .submission()
                .id();
        Operator.awaitStatus(givenUp, "DONE");
        Operator.post("/persons/erase", Map.of("email", "event@example.com", "locationId", crm.locationId()), 200);

        assertThat(submit(lead("event@example.com", "event-9", "page"))
                        .submission()
                        .id())
                .isEqualTo(givenUp);
    }

    @Test
    void a_form_is_taken_though_nothing_is_known_of_its_location_and_nobody_answers() {
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
                null,
                MissingAnswerPolicy.WARNED,
                false);

        SubmitFormPayload payload = submit(form);

        assertThat(payload.userErrors()).isEmpty();
        assertThat(payload.submission().warnings())
                .extracting(Warning::code)
                .contains("LOCATION_UNKNOWN", "ANSWER_MISPLACED");
        assertThat(payload.submission().warnings())
                .extracting(Warning::message)
                .anyMatch(message -> message.startsWith("phone ") && message.endsWith("it went to the note"))
                .anyMatch(message -> message.contains("budget") && message.endsWith("it went to the note"));
        crm.settings(Collections.singletonMap("outage", null));
    }

    @Test
    void what_was_learned_of_a_location_is_used_while_nobody_answers() {
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
                null,
                MissingAnswerPolicy.WARNED,
                false);

        assertThat(submit(form).submission().warnings())
                .extracting(Warning::code)
                .doesNotContain("LOCATION_UNKNOWN", "ANSWER_MISPLACED");
        crm.settings(Collections.singletonMap("outage", null));
    }

    @Test
    void nobody_who_sends_a_form_waits_for_what_was_learned_of_its_location() {
        locations.learn(Set.of(crm.locationId()));
        clock.advance(Duration.ofHours(1));
        crm.fault(Map.of("operation", "get-location", "delayMs", 9000, "times", 1));
        crm.fault(Map.of("operation", "get-custom-fields", "delayMs", 9000, "times", 1));
        int before = crm.calls("get-location") + crm.calls("get-custom-fields");

        submit(lead("at-once@example.com", "page"));

        assertThat(crm.calls("get-location") + crm.calls("get-custom-fields")).isEqualTo(before);
    }

    @Test
    void what_has_changed_in_a_location_is_learned() {
        locations.learn(Set.of(crm.locationId()));
        clock.advance(Duration.ofHours(1));
        int before = crm.calls("get-location");

        locations.learn(Set.of(crm.locationId()));

        assertThat(crm.calls("get-location")).isEqualTo(before + 1);
    }

    @Test
    void the_locations_of_forms_are_asked_for_before_anybody_sends_one() {
        LocationFactsStore kept = new LocationFactsStore();
        String formsLocation = Crm.main().locationId();

        await().atMost(Duration.ofSeconds(20))
                .until(() -> database.read(
                        transaction -> kept.location(transaction, formsLocation).isPresent()));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> database.read(transaction ->
                        kept.customFields(transaction, formsLocation).isPresent()));
    }

    @Test
    void many_at_once_are_one_submission() {
        List<CompletableFuture<String>> ids = IntStream.range(0, 20)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> submit(lead("ada@example.com", "page " + i))
                        .submission()
                        .id()))
                .toList();

        assertThat(ids.stream().map(CompletableFuture::join).distinct()).hasSize(1);
    }

    @Test
    void the_event_id_of_a_sender_makes_the_repeat() {
        SubmitFormPayload first = submit(lead("ada@example.com", "event-1", "page-1"));
        SubmitFormPayload again = submit(lead("ada@example.com", "event-1", "page-2"));
        SubmitFormPayload second = submit(lead("ada@example.com", "event-2", "page-1"));
        SubmitFormPayload other = submit(lead("bob@example.com", "event-1", "page-1"));

        assertThat(again.submission().id()).isEqualTo(first.submission().id());
        assertThat(second.submission().id()).isNotEqualTo(first.submission().id());
        assertThat(other.userErrors()).extracting(UserError::code).containsExactly(UserErrorCode.KEY_REUSED);
    }

    @Test
    void a_missing_answer_is_a_warning_where_nobody_could_mend_it() {
        FilledForm form = new FilledForm(
                form("lead-capture"),
                Answers.builder().add("phone", "(212) 555-0101").build(),
                null,
                null,
                null,
                MissingAnswerPolicy.WARNED,
                false);

        SubmitFormPayload payload = submit(form);

        assertThat(payload.userErrors()).isEmpty();
        assertThat(payload.submission().warnings()).extracting(Warning::code).containsExactly("ANSWER_MISSING");
        Operator.awaitStatus(payload.submission().id(), "DONE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"unsubscribe", "erase-me"})
    void who_wants_to_be_left_alone_and_cannot_be_found_waits_for_a_person(String name) {
        FilledForm form = new FilledForm(
                form(name),
                Answers.builder().add("email", "ada at example").build(),
                null,
                null,
                null,
                MissingAnswerPolicy.WARNED,
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
                .as("somebody may find out who that is")
                .contains("ada at example");

        Operator.post("/submissions/" + id + "/approve", Map.of(), 200);

        Operator.awaitStatus(id, "DONE");
        assertThat(crm.calls("create-contact")).isEqualTo(1);
        assertThat(crm.calls("delete-contact")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"unsubscribe", "erase-me"})
    void whoever_can_mend_it_is_asked_whom_it_is_about(String name) {
        FilledForm form = new FilledForm(
                form(name),
                Answers.builder().add("email", "ada at example").build(),
                null,
                null,
                null,
                MissingAnswerPolicy.REFUSED,
                false);

        assertThat(submit(form).userErrors()).hasSize(1);
    }

    @Test
    void what_is_taken_for_spam_is_kept_aside_until_somebody_says_otherwise() {
        FilledForm spam = new FilledForm(
                form("lead-capture"),
                Answers.builder().add("email", "ada@example.com").build(),
                null,
                null,
                null,
                MissingAnswerPolicy.REFUSED,
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

    private FilledForm lead(String email, String page) {
        return lead(email, null, page);
    }

    private FilledForm lead(String email, String event, String page) {
        return new FilledForm(
                form("lead-capture"),
                Answers.builder().add("email", email).build(),
                new SubmissionContextInput(null, page, null, null, null, null),
                null,
                event,
                MissingAnswerPolicy.REFUSED,
                false);
    }

    /** A form in the box, of this test's own location. */
    private FormDefinition form(String name) {
        FormDefinition form = forms.find(name).orElseThrow();
        return new FormDefinition(
                form.name(), form.title(), crm.locationId(), form.answers(), form.senders(), form.actions());
    }

    private SubmitFormPayload submit(FilledForm form) {
        return submissions.submit(form).await().atMost(Duration.ofSeconds(10));
    }
}
