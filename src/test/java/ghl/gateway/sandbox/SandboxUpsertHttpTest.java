package ghl.gateway.sandbox;

import static ghl.gateway.sandbox.Samples.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SandboxUpsertHttpTest {

    @Test
    void upsert_of_a_new_contact_is_200() {
        JsonNode answer = upsert(Place.fresh(), "'email':'ada@example.com','gender':'female'");

        assertThat(answer.path("new").booleanValue()).isTrue();
        assertThat(answer.path("succeded").booleanValue()).isTrue();
        assertThat(answer.at("/contact/gender").textValue()).isEqualTo("female");
    }

    @Test
    void upsert_of_a_known_contact_ignores_gender() {
        Place place = Place.fresh();
        String id = place.contact("{'email':'ada@example.com','city':'Brooklyn'}");

        JsonNode answer = upsert(place, "'email':'ADA@example.com','firstName':'Ada','gender':'female'");

        assertThat(answer.path("new").booleanValue()).isFalse();
        assertThat(answer.at("/contact/id").textValue()).isEqualTo(id);
        assertThat(answer.at("/contact/city").textValue()).isEqualTo("Brooklyn");
        assertThat(answer.at("/contact/gender").isMissingNode()).isTrue();
    }

    @Test
    void upsert_tags_replace_the_set() {
        Place place = Place.fresh();
        place.contact("{'email':'ada@example.com','tags':['vip']}");

        assertThat(upsert(place, "'email':'ada@example.com','tags':['web lead']")
                        .at("/contact/tags"))
                .isEqualTo(json("{'t':['web lead']}").get("t"));
    }

    @Test
    void identifier_of_another_contact_is_dropped_silently() {
        Place place = Place.fresh();
        String ada = place.contact("{'email':'ada@example.com','phone':'+12125550101'}");
        place.contact("{'email':'ben@example.com','phone':'+12125550102'}");

        JsonNode answer = upsert(place, "'email':'ada@example.com','phone':'+12125550102','city':'Queens'");

        assertThat(answer.at("/contact/id").textValue()).isEqualTo(ada);
        assertThat(answer.at("/contact/phone").textValue()).isEqualTo("+12125550101");
        assertThat(answer.at("/contact/city").textValue()).isEqualTo("Queens");
    }

    @Test
    void identifiers_match_in_the_locations_order() {
        Place place = Place.with("{'contactUniqueIdentifiers':['phone','email']}");
        place.contact("{'email':'ada@example.com','phone':'+12125550101'}");
        String ben = place.contact("{'email':'ben@example.com','phone':'+12125550102'}");

        JsonNode answer = upsert(place, "'email':'ada@example.com','phone':'+12125550102'");

        assertThat(answer.at("/contact/id").textValue()).isEqualTo(ben);
        assertThat(answer.at("/contact/email").textValue()).isEqualTo("ben@example.com");
    }

    @Test
    void always_new_applies_only_where_duplicates_are_allowed() {
        Place strict = Place.fresh();
        Place lenient = Place.with("{'allowDuplicateContact':true}");
        String fields = "'email':'ada@example.com','createNewIfDuplicateAllowed':true";
        upsert(strict, fields);
        upsert(lenient, fields);

        assertThat(upsert(strict, fields).path("new").booleanValue()).isFalse();
        assertThat(upsert(lenient, fields).path("new").booleanValue()).isTrue();
        assertThat(upsert(lenient, "'email':'ada@example.com'").path("new").booleanValue())
                .isFalse();
    }

    @Test
    void secondary_email_is_promoted_and_the_primary_lost() {
        Place place = Place.fresh();
        String id = Place.control(
                        "POST",
                        "/locations/" + place.id() + "/contacts",
                        "{'email':'first@example.com','additionalEmails':[{'email':'second@example.com'}]}")
                .expecting(201)
                .at("/contact/id")
                .textValue();

        JsonNode answer = upsert(place, "'email':'second@example.com'");

        assertThat(answer.at("/contact/id").textValue()).isEqualTo(id);
        assertThat(answer.at("/contact/email").textValue()).isEqualTo("second@example.com");
        assertThat(answer.at("/contact/additionalEmails")).isEmpty();
    }

    @Test
    void upsert_without_identifier_or_with_national_phone_is_422() {
        Place place = Place.fresh();

        assertThat(place.post("/contacts/upsert", "{'locationId':'HERE','firstName':'Ada'}")
                        .status())
                .isEqualTo(422);
        assertThat(place.post("/contacts/upsert", "{'locationId':'HERE','phone':'212 555 0101'}")
                        .expecting(422)
                        .at("/message/0")
                        .textValue())
                .isEqualTo("phone must be a valid phone number");
    }

    private static JsonNode upsert(Place place, String fields) {
        return place.post("/contacts/upsert", "{'locationId':'HERE'," + fields + "}")
                .expecting(200);
    }
}
