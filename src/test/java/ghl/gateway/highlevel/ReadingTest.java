package ghl.gateway.highlevel;

import static ghl.gateway.highlevel.TestCrm.LOCATION;
import static org.assertj.core.api.Assertions.assertThat;

import ghl.gateway.contact.Appointment;
import ghl.gateway.contact.draft.UpsertedContact;
import ghl.gateway.fixture.Patience;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How the facade maps the CRM's answers. */
@QuarkusTest
class ReadingTest {

    private static final FaultyUpstream UPSTREAM = new FaultyUpstream();

    private final HighLevel crm = TestCrm.highLevel(UPSTREAM.url());

    @Inject
    Vertx vertx;

    @AfterAll
    static void stop() {
        UPSTREAM.close();
    }

    @BeforeEach
    void forget() {
        UPSTREAM.reset();
    }

    @Test
    void contact_of_another_location_is_null() {
        UPSTREAM.answers(200, "{\"contact\":{\"id\":\"c1\",\"locationId\":\"another-location\"}}");

        assertThat(await(crm.contact(LOCATION, "c1"))).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"contact\":null}", "{}", "{\"contact\":null,\"traceId\":\"t\"}"})
    void contact_by_unknown_email_is_null(String answer) {
        UPSTREAM.answers(200, answer);

        assertThat(await(crm.contactByEmailOrPhone(LOCATION, "a@b.co", null))).isNull();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void upsert_reports_whether_the_contact_is_new(boolean created) {
        UPSTREAM.answers(created ? 201 : 200, "{\"new\":" + created + ",\"contact\":{\"id\":\"c1\"}}");

        UpsertedContact upserted = await(crm.upsertContact(LOCATION, Drafts.named("Ada")));

        assertThat(upserted.created()).isEqualTo(created);
        assertThat(upserted.contact().id()).isEqualTo("c1");
    }

    @Test
    void changed_tags_are_all_tags_of_the_contact() {
        UPSTREAM.answers(201, "{\"tags\":[\"old\",\"new\"],\"tagsAdded\":[\"new\"]}");

        assertThat(await(crm.addTags(LOCATION, "c1", List.of("New")))).containsExactly("old", "new");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"succeeded\":true}", "{\"succeded\":true}", "{\"succeded\":\"true\"}", "{}"})
    void deletion_succeeds_in_every_spelling(String answer) {
        UPSTREAM.answers(200, answer);

        assertThat(await(crm.deleteNote(LOCATION, "c1", "n1"))).isNull();
    }

    @Test
    void deletion_succeeds_without_a_body() {
        UPSTREAM.answers(204, "");

        assertThat(await(crm.deleteTask(LOCATION, "c1", "t1"))).isNull();
    }

    @Test
    void time_without_offset_is_read_in_the_locations_zone() {
        UPSTREAM.answersByPath(Map.of(
                "/contacts/c1/appointments",
                "{\"events\":[{\"id\":\"a1\",\"startTime\":\"2021-07-16 11:00:00\",\"endTime\":\"2021-07-16T11:30:00Z\"}]}",
                "/locations/" + LOCATION,
                "{\"location\":{\"id\":\"l\",\"timezone\":\"America/Chicago\"}}"));

        Appointment appointment = await(crm.appointments(LOCATION, "c1")).get(0);

        assertThat(appointment.startTime()).isEqualTo("2021-07-16 11:00:00");
        assertThat(appointment.startsAt()).isEqualTo(Instant.parse("2021-07-16T16:00:00Z"));
        assertThat(appointment.endsAt()).isEqualTo(Instant.parse("2021-07-16T11:30:00Z"));
    }

    @Test
    void time_with_offset_needs_no_location() {
        UPSTREAM.answers(200, "[{\"id\":\"a1\",\"startTime\":\"2021-07-16T11:00:00+05:30\"}]");

        Appointment appointment = await(crm.appointments(LOCATION, "c1")).get(0);

        assertThat(appointment.startsAt()).isEqualTo(Instant.parse("2021-07-16T05:30:00Z"));
        assertThat(UPSTREAM.received()).hasSize(1);
    }

    @Test
    void appointments_are_served_without_a_readable_location() {
        UPSTREAM.answersByPath(Map.of(
                "/contacts/c1/appointments",
                "{\"appointments\":[{\"id\":\"a1\",\"startTime\":\"2021-07-16 11:00:00\"}]}"));

        Appointment appointment = await(crm.appointments(LOCATION, "c1")).get(0);

        assertThat(appointment.startTime()).isEqualTo("2021-07-16 11:00:00");
        assertThat(appointment.startsAt()).isNull();
    }

    @ParameterizedTest
    @EnumSource
    void answer_is_delivered_on_the_callers_event_loop(Operation operation) throws Exception {
        UPSTREAM.answers(200, operation.healthyAnswer());

        assertThat(outcomeArrivesOnTheCallersContext(operation, crm)).isTrue();
    }

    @Test
    void timeout_is_delivered_on_the_callers_event_loop() throws Exception {
        UPSTREAM.neverAnswers();
        HighLevel impatient =
                TestCrm.at(UPSTREAM.url()).timeout(Duration.ofMillis(150)).highLevel();

        assertThat(outcomeArrivesOnTheCallersContext(Operation.CONTACT, impatient))
                .isTrue();
    }

    private boolean outcomeArrivesOnTheCallersContext(Operation operation, HighLevel crm) throws Exception {
        CompletableFuture<Boolean> there = new CompletableFuture<>();
        Context caller = vertx.getOrCreateContext();
        Runnable note = () -> there.complete(Context.isOnEventLoopThread() && vertx.getOrCreateContext() == caller);

        caller.runOnContext(go -> operation.on(crm).subscribe().with(answer -> note.run(), failure -> note.run()));

        return there.get(Patience.SECONDS, TimeUnit.SECONDS);
    }

    private static <T> T await(Uni<T> uni) {
        return uni.await().atMost(Patience.LIMIT);
    }
}
