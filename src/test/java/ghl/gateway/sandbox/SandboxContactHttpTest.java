package ghl.gateway.sandbox;

import static ghl.gateway.sandbox.Samples.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import ghl.gateway.sandbox.http.SandboxJson;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SandboxContactHttpTest {

    @Test
    void created_contact_is_returned_with_the_vendors_additions() {
        Place place = Place.fresh();
        String id = place.contact("{'name':'Ada Lovell','email':'Ada@Example.com','phone':'(212) 555-0101',"
                + "'tags':['Web Lead','web lead'],'country':'US'}");

        JsonNode contact = place.get("/contacts/" + id).expecting(200).path("contact");

        assertThat(SandboxJson.text(contact, "firstName")).isEqualTo("Ada");
        assertThat(SandboxJson.text(contact, "fullNameLowerCase")).isEqualTo("ada lovell");
        assertThat(SandboxJson.text(contact, "emailLowerCase")).isEqualTo("ada@example.com");
        assertThat(SandboxJson.text(contact, "phone")).isEqualTo("+12125550101");
        assertThat(SandboxJson.text(contact, "type")).isEqualTo("lead");
        assertThat(SandboxJson.text(contact, "dateAdded"))
                .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
        assertThat(contact.path("tags")).isEqualTo(json("{'t':['web lead']}").get("t"));
        assertThat(contact.has("city")).isFalse();
    }

    @Test
    void date_of_birth_is_an_instant_after_create_and_a_date_after_get() {
        Place place = Place.fresh();
        JsonNode created = place.post("/contacts/", "{'locationId':'HERE','dateOfBirth':'09/25/1990'}")
                .expecting(201)
                .path("contact");

        assertThat(SandboxJson.text(created, "dateOfBirth")).isEqualTo("1990-09-25T00:00:00.000Z");
        assertThat(created.path("birthMonth").intValue()).isEqualTo(9);
        assertThat(place.get("/contacts/" + SandboxJson.text(created, "id"))
                        .body()
                        .at("/contact/dateOfBirth")
                        .textValue())
                .isEqualTo("1990-09-25");
    }

    @Test
    void trailing_slash_is_ignored() {
        Place place = Place.fresh();

        assertThat(place.post("/contacts", "{'locationId':'HERE'}").status()).isEqualTo(201);
        assertThat(place.get("/contacts?locationId=" + place.id())
                        .body()
                        .path("count")
                        .intValue())
                .isEqualTo(1);
    }

    @Test
    void missing_contact_is_400_with_one_of_two_texts() {
        Place place = Place.fresh();

        assertThat(place.get("/contacts/aaaaaaaaaaaaaaaaaaaa")
                        .expecting(400)
                        .path("message")
                        .textValue())
                .isEqualTo("Contact not found for id:aaaaaaaaaaaaaaaaaaaa");
        assertThat(place.get("/contacts/lookup").expecting(400).path("message").textValue())
                .isEqualTo("Contact with id lookup not found");
    }

    @Test
    void duplicate_is_refused_with_the_existing_contacts_id() {
        Place place = Place.fresh();
        String ada = place.contact("{'name':'Ada Lovell','email':'ada@example.com','phone':'+12125550101'}");

        JsonNode byEmail = place.post("/contacts/", "{'locationId':'HERE','email':'ADA@example.com'}")
                .expecting(400);
        JsonNode byPhone = place.post("/contacts/", "{'locationId':'HERE','phone':'2125550101'}")
                .expecting(400);

        assertThat(SandboxJson.text(byEmail, "message")).isEqualTo("This location does not allow duplicated contacts.");
        assertThat(byEmail.path("meta"))
                .isEqualTo(json("{'contactId':'" + ada + "','matchingField':'email','contactName':'Ada Lovell'}"));
        assertThat(byPhone.at("/meta/matchingField").textValue()).isEqualTo("phone");
    }

    @Test
    void duplicates_are_created_where_allowed() {
        Place place = Place.with("{'allowDuplicateContact':true}");

        assertThat(place.contact("{'email':'ada@example.com'}"))
                .isNotEqualTo(place.contact("{'email':'ada@example.com'}"));
    }

    @Test
    void invalid_body_is_422_with_all_violations() {
        JsonNode refused = Place.fresh()
                .post("/contacts/", "{'email':'nobody','country':'Germany','additionalEmails':[],'dnd':'yes'}")
                .expecting(422);

        assertThat(SandboxJson.items(refused.path("message")).map(JsonNode::textValue))
                .containsExactlyInAnyOrder(
                        "property additionalEmails should not exist",
                        "email must be an email",
                        "country must be a valid enum value",
                        "dnd must be a boolean value",
                        "locationId should not be empty",
                        "locationId must be a string");
        assertThat(SandboxJson.text(refused, "error")).isEqualTo("Unprocessable Entity");
    }

    @Test
    void put_refuses_location_and_gender() {
        Place place = Place.fresh();
        String id = place.contact("{}");

        JsonNode refused = place.put("/contacts/" + id, "{'locationId':'HERE','gender':'f','city':'Queens'}")
                .expecting(422);

        assertThat(SandboxJson.items(refused.path("message")).map(JsonNode::textValue))
                .containsExactly("property locationId should not exist", "property gender should not exist");
        assertThat(place.get("/contacts/" + id).body().at("/contact/city").isMissingNode())
                .isTrue();
    }

    @Test
    void put_changes_named_fields_and_replaces_tags() {
        Place place = Place.fresh();
        String id = place.contact("{'city':'Brooklyn','state':'NY','tags':['one','two']}");

        JsonNode answer = place.put("/contacts/" + id, "{'city':'Queens','state':null,'tags':['Three']}")
                .expecting(200);

        assertThat(answer.path("succeded").booleanValue()).isTrue();
        assertThat(answer.path("contact"))
                .isEqualTo(place.get("/contacts/" + id).body().path("contact"));
        assertThat(answer.at("/contact/city").textValue()).isEqualTo("Queens");
        assertThat(answer.at("/contact/state").isMissingNode()).isTrue();
        assertThat(answer.at("/contact/tags")).isEqualTo(json("{'t':['three']}").get("t"));
    }

    @Test
    void put_refuses_the_email_of_another_contact() {
        Place place = Place.fresh();
        place.contact("{'email':'ada@example.com'}");
        String ben = place.contact("{'email':'ben@example.com'}");

        assertThat(place.put("/contacts/" + ben, "{'email':'ada@example.com'}").status())
                .isEqualTo(400);
        assertThat(place.put("/contacts/" + ben, "{'email':'ben@example.com','city':'x'}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void deleting_a_contact_deletes_its_tasks_and_notes() {
        Place place = Place.fresh();
        String id = place.contact("{}");
        place.post("/contacts/" + id + "/notes", "{'body':'x'}").expecting(201);

        assertThat(place.delete("/contacts/" + id, null)
                        .expecting(200)
                        .path("succeded")
                        .booleanValue())
                .isTrue();

        for (String path : List.of("", "/tasks", "/notes", "/appointments")) {
            assertThat(place.get("/contacts/" + id + path).status()).isEqualTo(400);
        }
    }

    @Test
    void lookup_sees_writes_at_once_and_returns_null_without_a_match() {
        Place place = Place.with("{'searchLagMs':60000}");
        String id = place.contact("{'email':'ada@example.com','phone':'+12125550101'}");
        String lookup = "/contacts/search/duplicate?locationId=" + place.id();

        assertThat(place.get(lookup + "&email=ADA%40example.com")
                        .body()
                        .at("/contact/id")
                        .textValue())
                .isEqualTo(id);
        assertThat(place.get(lookup + "&number=%2B1%20212-555-0101")
                        .body()
                        .at("/contact/id")
                        .textValue())
                .isEqualTo(id);
        assertThat(place.get(lookup + "&number=2125550101")
                        .expecting(200)
                        .path("contact")
                        .isNull())
                .isTrue();
        assertThat(place.get(lookup).expecting(400).path("message").textValue())
                .isEqualTo("Pass at least one of number, email query parameter");
    }
}
