package ghl.gateway.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import ghl.gateway.sandbox.http.SandboxJson;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SandboxControlHttpTest {

    private static final String ADA = "/contacts/sbxContactAda0000001";

    @Test
    void location_is_created_with_generated_or_given_id() {
        JsonNode made = Place.control("POST", "/locations", "{'id':'controlTest000000001','name':'Mine'}")
                .expecting(201);

        assertThat(made.at("/location/name").textValue()).isEqualTo("Mine");
        assertThat(SandboxJson.text(made, "token")).isEqualTo("pit-controlTest000000001");
        assertThat(Place.control("POST", "/locations", "{'id':'controlTest000000001'}")
                        .status())
                .isEqualTo(409);
        assertThat(Place.fresh().id()).hasSize(20);
    }

    @Test
    void unknown_field_is_refused_by_name() {
        Place place = Place.fresh();

        for (Place.Answer answer : new Place.Answer[] {
            Place.control("POST", "/locations", "{'serchLagMs':0}"),
            place.patch("{'serchLagMs':0}"),
            Place.control("POST", "/faults", "{'operation':'*','serchLagMs':0}"),
            Place.control("POST", "/tokens", "{'locationIds':['x'],'serchLagMs':0}"),
            Place.control("POST", "/reset", "{'serchLagMs':0}"),
            Place.control("POST", "/locations/" + place.id() + "/contacts", "{'serchLagMs':0}"),
            Place.control("POST", "/locations/" + place.id() + "/appointments", "{'serchLagMs':0}")
        }) {
            assertThat(answer.expecting(400).path("message").textValue()).isEqualTo("Unknown key serchLagMs");
        }
    }

    @Test
    void invalid_settings_are_refused_with_the_reason() {
        assertThat(Place.control("POST", "/locations", "{'timezone':'Mars/North'}")
                        .expecting(400)
                        .path("message")
                        .asText())
                .startsWith("timezone must be");
        assertThat(Place.fresh().patch("{'missingStatus':500}").message())
                .isEqualTo("missingStatus must be 404 or 400");
        assertThat(Place.control("POST", "/faults", "{'operation':'create-tusk'}")
                        .message())
                .isEqualTo("Unknown operation create-tusk");
        assertThat(Place.control("POST", "/faults", "{'operation':'*','times':0}")
                        .message())
                .isEqualTo("times must not be less than 1");
        assertThat(Place.fresh().patch("{'burst':null}").status()).isEqualTo(400);
        assertThat(Place.fresh().patch("{'customFields':null}").message())
                .isEqualTo("contactUniqueIdentifiers and customFields must be lists");
        assertThat(Place.control("PATCH", "/locations/nowhere", "{}").status()).isEqualTo(404);
    }

    @Test
    void faults_are_listed_and_cleared() {
        Place place = Place.fresh();
        place.fault("{'operation':'get-contact','times':3,'status':500}");

        assertThat(Place.control("GET", "/faults", null).expecting(200).path("faults"))
                .anyMatch(fault -> place.id().equals(SandboxJson.text(fault, "locationId")));
        assertThat(Place.control("DELETE", "/faults?locationId=" + place.id(), null)
                        .expecting(200)
                        .path("faults"))
                .noneMatch(fault -> place.id().equals(SandboxJson.text(fault, "locationId")));
    }

    @Test
    void reset_clears_a_locations_records_faults_and_counters() {
        Place place = Place.fresh();
        String contact = place.contact("{'tags':['x']}");
        place.fault("{'operation':'*','times':9,'status':500}");

        Place.control("POST", "/reset", "{'locationId':'" + place.id() + "'}").expecting(200);

        assertThat(place.get("/contacts/" + contact).status()).isEqualTo(400);
        assertThat(place.get("/contacts/?locationId=" + place.id()).body().path("contacts"))
                .isEmpty();
        assertThat(place.get("/locations/" + place.id() + "/tags").body().path("tags"))
                .isEmpty();
        assertThat(place.reached("create-contact")).isZero();
    }

    @Test
    void reset_of_a_seeded_location_restores_its_contacts() {
        Place main = Place.fresh().holding("pit-sandbox");
        JsonNode before = main.get(ADA).expecting(200).path("contact");
        main.put(ADA, "{'city':'Elsewhere'}").expecting(200);

        Place.control("POST", "/reset", "{'locationId':'sbxMainLocation00001'}").expecting(200);

        assertThat(main.get(ADA).expecting(200).path("contact")).isEqualTo(before);
    }

    @Test
    void raw_contact_accepts_read_only_fields() {
        Place place = Place.fresh();
        JsonNode made = Place.control(
                        "POST",
                        "/locations/" + place.id() + "/contacts",
                        "{'email':'ada@example.com','additionalEmails':[{'email':'x@example.com'}],"
                                + "'businessId':'5f0a1c2b3d4e5f6a7b8c9d01','attributionSource':{'url':'https://x.example'}}")
                .expecting(201)
                .path("contact");

        assertThat(place.get("/contacts/" + SandboxJson.text(made, "id"))
                        .expecting(200)
                        .path("contact"))
                .isEqualTo(made);
        assertThat(made.at("/additionalEmails/0/email").textValue()).isEqualTo("x@example.com");
    }
}
