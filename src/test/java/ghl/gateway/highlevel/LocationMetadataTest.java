package ghl.gateway.highlevel;

import static ghl.gateway.highlevel.TestCrm.LOCATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ghl.gateway.contact.Contact;
import ghl.gateway.contact.CustomField;
import ghl.gateway.contact.CustomFieldDefinition;
import ghl.gateway.contact.Location;
import ghl.gateway.fixture.Patience;
import ghl.gateway.fixture.TestClock;
import ghl.gateway.highlevel.call.CallDeadline;
import ghl.gateway.highlevel.call.UpstreamException;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Context;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Location metadata is cached, shared between callers, and used on while the CRM is unavailable. */
@QuarkusTest
class LocationMetadataTest {

    private static final FaultyUpstream UPSTREAM = new FaultyUpstream();
    private static final Duration TTL = Duration.ofMinutes(5);
    private static final String LOCATION_ANSWER = """
            {"location":{"id":"location000000000001","name":"Roofs","timezone":"America/Chicago","country":"US",
                         "settings":{"allowDuplicateContact":false}}}""";
    private static final String FIELDS_ANSWER = """
            {"customFields":[{"id":"f1","name":"Roof type","fieldKey":"contact.roof_type","dataType":"SINGLE_OPTIONS",
                              "picklistOptions":["slate","tile"],"position":50},
                             {"id":"f2","name":"Size","fieldKey":"contact.size","dataType":"NUMERICAL"}]}""";

    private final TestClock clock = new TestClock();
    private final HighLevel crm =
            TestCrm.at(UPSTREAM.url()).catalogueTtl(TTL).clock(clock).highLevel();

    @AfterAll
    static void stop() {
        UPSTREAM.close();
    }

    @BeforeEach
    void forget() {
        UPSTREAM.reset();
    }

    @Test
    void location_is_mapped_with_name_zone_and_country() {
        UPSTREAM.answers(200, LOCATION_ANSWER);

        assertThat(await(crm.location(LOCATION)))
                .isEqualTo(new Location(LOCATION, "Roofs", ZoneId.of("America/Chicago"), "US", false));
    }

    @Test
    void unknown_time_zone_is_null() {
        UPSTREAM.answers(200, "{\"location\":{\"id\":\"l\",\"timezone\":\"Mars/Olympus\"}}");

        assertThat(await(crm.location(LOCATION)).timezone()).isNull();
    }

    @Test
    void custom_field_keys_are_mapped_without_their_prefix() {
        UPSTREAM.answers(200, FIELDS_ANSWER);

        assertThat(await(crm.customFieldDefinitions(LOCATION)))
                .containsExactly(
                        new CustomFieldDefinition(
                                "f1", "roof_type", "Roof type", "SINGLE_OPTIONS", List.of("slate", "tile")),
                        new CustomFieldDefinition("f2", "size", "Size", "NUMERICAL", List.of()));
    }

    @Test
    void location_is_read_again_after_its_ttl() {
        UPSTREAM.answers(200, LOCATION_ANSWER);

        await(crm.location(LOCATION));
        clock.advance(TTL.minusSeconds(1));
        await(crm.location(LOCATION));
        assertThat(UPSTREAM.received()).hasSize(1);

        clock.advance(Duration.ofSeconds(2));
        await(crm.location(LOCATION));
        assertThat(UPSTREAM.received()).hasSize(2);
    }

    @Test
    void each_location_is_cached_separately() {
        UPSTREAM.answers(200, FIELDS_ANSWER);

        await(crm.customFieldDefinitions(LOCATION));
        await(crm.customFieldDefinitions("location000000000002"));

        assertThat(UPSTREAM.received()).hasSize(2);
    }

    @Test
    void concurrent_callers_share_one_call() {
        UPSTREAM.answers(200, LOCATION_ANSWER);
        Uni<Location> one = crm.location(LOCATION);

        List<Location> both =
                await(Uni.join().all(one, one, crm.location(LOCATION)).andFailFast());

        assertThat(both).hasSize(3).doesNotContainNull();
        assertThat(UPSTREAM.received()).hasSize(1);
    }

    @Test
    void cancelling_caller_does_not_cancel_the_others() {
        UPSTREAM.answersWhenTold(200, LOCATION_ANSWER);
        var first = crm.location(LOCATION).subscribe().with(location -> {}, failure -> {});
        var second = crm.location(LOCATION).subscribeAsCompletionStage();

        first.cancel();
        UPSTREAM.tell();

        assertThat(await(Uni.createFrom().completionStage(second)).name()).isEqualTo("Roofs");
        assertThat(UPSTREAM.received()).hasSize(1);
    }

    @Test
    void failure_is_not_cached() {
        UPSTREAM.answers(500, "{}");
        assertThatThrownBy(() -> await(crm.location(LOCATION))).isInstanceOf(UpstreamException.Unavailable.class);

        UPSTREAM.answers(200, LOCATION_ANSWER);

        assertThat(await(crm.location(LOCATION)).name()).isEqualTo("Roofs");
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 429})
    void last_known_location_is_used_while_it_cannot_be_read(int status) {
        UPSTREAM.answers(200, LOCATION_ANSWER);
        await(crm.location(LOCATION));
        clock.advance(Duration.ofDays(3));
        UPSTREAM.answers(status, "{}");

        assertThat(await(crm.location(LOCATION)).name()).isEqualTo("Roofs");
        assertThat(awaitDelivered(crm.location(LOCATION)).name()).isEqualTo("Roofs");
        assertThat(UPSTREAM.received()).as("asked first").hasSizeGreaterThan(1);

        clock.advance(Duration.ofDays(1));
        UPSTREAM.answers(200, LOCATION_ANSWER.replace("Roofs", "Walls"));
        assertThat(await(crm.location(LOCATION)).name()).isEqualTo("Walls");
    }

    @Test
    void refusal_is_reported_although_an_old_value_is_known() {
        UPSTREAM.answers(200, LOCATION_ANSWER);
        await(crm.location(LOCATION));
        clock.advance(TTL);
        UPSTREAM.answers(401, "{}");

        assertThatThrownBy(() -> await(crm.location(LOCATION))).isInstanceOf(UpstreamException.Unauthorized.class);
    }

    @Test
    void refused_read_is_not_repeated_for_every_contact() {
        UPSTREAM.refusesAllBut(
                Map.of(
                        "/contacts/c1/appointments",
                        "{\"events\":[{\"id\":\"a1\",\"startTime\":\"2026-12-03 14:00:00\"}]}",
                        "/contacts/c2/appointments",
                        "{\"events\":[{\"id\":\"a2\",\"startTime\":\"2026-12-03 14:00:00\"}]}"),
                403);

        assertThat(await(crm.appointments(LOCATION, "c1")).get(0).startsAt()).isNull();
        assertThat(await(crm.appointments(LOCATION, "c2")).get(0).startsAt()).isNull();

        assertThat(UPSTREAM.received())
                .extracting(FaultyUpstream.Received::uri)
                .containsExactly("/contacts/c1/appointments", "/locations/" + LOCATION, "/contacts/c2/appointments");
    }

    @Test
    void refused_read_is_repeated_after_a_minute_and_by_submissions_at_once() {
        UPSTREAM.answers(403, "{}");
        assertThatThrownBy(() -> await(crm.location(LOCATION))).isInstanceOf(UpstreamException.Unauthorized.class);
        assertThatThrownBy(() -> await(crm.location(LOCATION))).isInstanceOf(UpstreamException.Unauthorized.class);
        assertThatThrownBy(() -> awaitDelivered(crm.location(LOCATION)))
                .isInstanceOf(UpstreamException.Unauthorized.class);
        assertThat(UPSTREAM.received()).hasSize(2);
        UPSTREAM.answers(200, LOCATION_ANSWER);

        clock.advance(Duration.ofMinutes(1));

        assertThat(await(crm.location(LOCATION)).name()).isEqualTo("Roofs");
    }

    @Test
    void submission_uses_and_fills_the_cache() {
        UPSTREAM.answers(200, LOCATION_ANSWER);
        awaitDelivered(crm.location(LOCATION));
        clock.advance(TTL.minusSeconds(1));

        awaitDelivered(crm.location(LOCATION));
        await(crm.location(LOCATION));

        assertThat(UPSTREAM.received()).hasSize(1);
    }

    @Test
    void submission_does_not_join_a_read_of_another_caller() {
        UPSTREAM.answersWhenTold(200, LOCATION_ANSWER);
        var others = crm.location(LOCATION).subscribeAsCompletionStage();
        UPSTREAM.awaitReceived(1);
        clock.advance(Duration.ofSeconds(11));
        var own = crm.location(LOCATION).subscribe().asCompletionStage(inAMinute());

        UPSTREAM.awaitReceived(2);
        UPSTREAM.tell();
        others.join();
        own.join();
    }

    @Test
    void custom_field_values_get_key_and_name_from_the_definitions() {
        UPSTREAM.answersByPath(Map.of("/contacts/c1", """
                {"contact":{"id":"c1","locationId":"location000000000001","customFields":[
                  {"id":"f1","value":"slate"},{"id":"f2","value":12.5},{"id":"gone","value":["a","b"]}]}}""", "/locations/" + LOCATION + "/customFields", FIELDS_ANSWER));
        Contact contact = await(crm.contact(LOCATION, "c1"));

        assertThat(await(crm.customFields(contact)))
                .containsExactly(
                        new CustomField("f1", "roof_type", "Roof type", List.of("slate")),
                        new CustomField("f2", "size", "Size", List.of("12.5")),
                        new CustomField("gone", null, null, List.of("a", "b")));
    }

    @Test
    void contact_without_custom_field_values_costs_no_call() {
        UPSTREAM.answers(200, Operation.CONTACT.healthyAnswer());
        Contact contact = await(crm.contact(LOCATION, "c1"));

        assertThat(await(crm.customFields(contact))).isEmpty();
        assertThat(UPSTREAM.received()).hasSize(1);
    }

    @Test
    void missing_custom_field_values_stay_null() {
        UPSTREAM.answers(200, Operation.DUPLICATE.healthyAnswer());
        Contact row = await(crm.contactByEmailOrPhone(LOCATION, "a@b.co", null));

        assertThat(await(crm.customFields(row))).isNull();
    }

    private <T> T awaitDelivered(Uni<T> uni) {
        return uni.awaitUsing(inAMinute()).atMost(Patience.LIMIT);
    }

    private Context inAMinute() {
        return CallDeadline.until(clock.instant().plusSeconds(60), clock);
    }

    private static <T> T await(Uni<T> uni) {
        return uni.await().atMost(Patience.LIMIT);
    }
}
