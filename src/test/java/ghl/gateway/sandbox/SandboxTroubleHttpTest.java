package ghl.gateway.sandbox;

import static ghl.gateway.fixture.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Limits, faults, outages. */
@QuarkusTest
class SandboxTroubleHttpTest {

    private Place place;
    private String contact;

    @BeforeEach
    void arrive() {
        place = Place.fresh();
        contact = "/contacts/" + place.contact("{'email':'ada@example.com'}");
    }

    @Test
    void every_authorised_answer_has_rate_limit_headers() {
        Place.Answer answer = Place.with("{'burst':7,'daily':50}").get("/contacts/nobody");

        assertThat(answer.header("X-RateLimit-Max")).isEqualTo("7");
        assertThat(answer.header("X-RateLimit-Remaining")).isEqualTo("6");
        assertThat(answer.header("X-RateLimit-Interval-Milliseconds")).isEqualTo("10000");
        assertThat(answer.header("X-RateLimit-Limit-Daily")).isEqualTo("50");
        assertThat(answer.header("X-RateLimit-Daily-Remaining")).isEqualTo("49");
    }

    @Test
    void over_the_limit_is_429_and_counted() {
        Place small = Place.with("{'burst':2}");
        String list = "/contacts/?locationId=" + small.id();
        small.get(list).expecting(200);
        small.get(list).expecting(200);

        Place.Answer refused = small.get(list);

        assertThat(refused.expecting(429).path("message").textValue()).isEqualTo("Too Many Requests");
        assertThat(refused.header("X-RateLimit-Remaining")).isEqualTo("0");
        JsonNode counters =
                Place.control("GET", "/counters?locationId=" + small.id(), null).expecting(200);
        assertThat(counters.at("/operations/get-contacts").intValue()).isEqualTo(2);
        assertThat(counters.path("refused429").intValue()).isEqualTo(1);
        assertThat(counters.at("/windows/max").intValue()).isEqualTo(3);
    }

    @Test
    void day_remaining_can_be_set() {
        place.patch("{'dayRemaining':1}").expecting(200);

        assertThat(place.get(contact).header("X-RateLimit-Daily-Remaining")).isEqualTo("0");
        assertThat(place.get(contact).status()).isEqualTo(429);
    }

    @Test
    void status_before_the_effect_prevents_it() {
        place.fault(
                "{'operation':'create-note','status':503,'body':'<html>busy</html>','headers':{'Retry-After':'3'}}");

        Place.Answer answer = note();

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.response().asString()).isEqualTo("<html>busy</html>");
        assertThat(answer.header("Retry-After")).isEqualTo("3");
        assertThat(notes()).isZero();
        assertThat(place.reached("create-note")).isZero();
        assertThat(note().status()).isEqualTo(201);
    }

    @Test
    void answer_can_omit_a_header() {
        place.fault("{'operation':'get-contact','status':429,'headers':{'X-RateLimit-Remaining':null}}");

        Place.Answer answer = place.get(contact);

        assertThat(answer.header("X-RateLimit-Remaining")).isNull();
        assertThat(answer.header("X-RateLimit-Max")).isNotNull();
    }

    @Test
    void status_after_the_effect_hides_it() {
        place.fault("{'operation':'create-note','status':422,'when':'after'}");

        assertThat(note().status()).isEqualTo(422);

        assertThat(notes()).isEqualTo(1);
    }

    @Test
    void a_dropped_answer_leaves_the_effect() {
        place.fault("{'operation':'create-note','dropAnswer':true}");

        assertThatThrownBy(this::note).isInstanceOf(Exception.class);

        assertThat(notes()).isEqualTo(1);
        assertThat(place.reached("create-note")).isEqualTo(1);
    }

    @Test
    void late_effect_follows_a_closed_connection() {
        place.fault("{'operation':'create-note','applyLateMs':400}");

        assertThatThrownBy(this::note).isInstanceOf(Exception.class);

        assertThat(notes()).isZero();
        await().until(() -> notes() == 1);
    }

    @Test
    void answer_can_be_truncated_or_malformed() {
        place.fault("{'operation':'get-contact','truncate':true}");
        place.fault("{'operation':'get-contact','malformed':true}");

        assertThatThrownBy(() -> place.get(contact).body()).isInstanceOf(Exception.class);
        Place.Answer garbled = place.get(contact);

        assertThat(garbled.status()).isEqualTo(200);
        assertThatThrownBy(garbled::body).isInstanceOf(IllegalArgumentException.class);
        assertThat(place.get(contact).body().has("contact")).isTrue();
    }

    @Test
    void answer_can_be_delayed() {
        place.fault("{'operation':'get-contact','delayMs':300}");

        assertThat(place.get(contact).response().time()).isGreaterThanOrEqualTo(300);
    }

    @Test
    void outage_lasts_until_cleared() {
        place.patch("{'outage':'refuse-503'}").expecting(200);
        assertThat(note().status()).isEqualTo(503);
        assertThat(note().status()).isEqualTo(503);

        place.patch("{'outage':'drop'}").expecting(200);
        assertThatThrownBy(this::note).isInstanceOf(Exception.class);

        place.patch("{'outage':null}").expecting(200);
        assertThat(notes()).isZero();
    }

    private Place.Answer note() {
        return place.post(contact + "/notes", "{'body':'x'}");
    }

    private int notes() {
        return place.get(contact + "/notes").expecting(200).path("notes").size();
    }
}
