package ghl.gateway.sandbox;

import static ghl.gateway.fixture.Patience.await;
import static ghl.gateway.sandbox.Samples.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import ghl.gateway.sandbox.http.SandboxJson;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tasks, notes, tags and appointments of one contact. */
@QuarkusTest
class SandboxPartsHttpTest {

    private static final String CALL = "{'title':'Call','dueDate':'2026-12-01T11:00:00+02:00','completed':false}";

    private Place place;
    private String contact;

    @BeforeEach
    void arrive() {
        place = Place.fresh();
        contact = "/contacts/" + place.contact("{'email':'ada@example.com'}");
    }

    @Test
    void a_task_lives_from_create_to_delete() {
        JsonNode created = place.post(contact + "/tasks", CALL).expecting(201).path("task");
        String task = contact + "/tasks/" + SandboxJson.text(created, "id");

        assertThat(SandboxJson.text(created, "dueDate")).isEqualTo("2026-12-01T09:00:00.000Z");
        assertThat(created.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("id", "title", "dueDate", "completed", "contactId");
        assertThat(place.put(task, "{'title':'Call again'}")
                        .expecting(200)
                        .at("/task/title")
                        .textValue())
                .isEqualTo("Call again");
        assertThat(place.put(task + "/completed", "{'completed':true}")
                        .expecting(200)
                        .at("/task/completed")
                        .booleanValue())
                .isTrue();
        assertThat(place.get(contact + "/tasks").expecting(200).path("tasks")).hasSize(1);
        assertThat(place.delete(task, null).expecting(200).path("succeded").booleanValue())
                .isTrue();
        assertThat(place.get(contact + "/tasks").expecting(200).path("tasks")).isEmpty();
    }

    @Test
    void a_task_needs_title_due_date_and_completed() {
        JsonNode refused =
                place.post(contact + "/tasks", "{'locationId':'HERE'}").expecting(422);

        assertThat(SandboxJson.items(refused.path("message")).map(JsonNode::textValue))
                .containsExactly(
                        "property locationId should not exist",
                        "title should not be empty",
                        "title must be a string",
                        "dueDate should not be empty",
                        "dueDate must be a valid ISO 8601 date string",
                        "completed must be a boolean value");
    }

    @Test
    void missing_task_or_note_is_404_or_missing_status() {
        assertThat(place.get(contact + "/tasks/nope")
                        .expecting(404)
                        .path("message")
                        .textValue())
                .isEqualTo("Task not found");
        assertThat(place.delete(contact + "/notes/nope", null)
                        .expecting(404)
                        .path("message")
                        .textValue())
                .isEqualTo("Note not found");

        place.patch("{'missingStatus':400}").expecting(200);

        assertThat(place.get(contact + "/tasks/nope").status()).isEqualTo(400);
    }

    @Test
    void repeated_create_makes_a_second_task() {
        place.post(contact + "/tasks", CALL).expecting(201);
        place.post(contact + "/tasks", CALL).expecting(201);

        assertThat(place.get(contact + "/tasks").body().path("tasks")).hasSize(2);
    }

    @Test
    void a_note_lives_from_create_to_delete() {
        JsonNode created = place.post(contact + "/notes", "{'body':'He < she','title':'T','color':'#FF0000'}")
                .expecting(201)
                .path("note");
        String note = contact + "/notes/" + SandboxJson.text(created, "id");

        assertThat(SandboxJson.text(created, "body")).isEqualTo("He < she");
        assertThat(created.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("id", "body", "title", "color", "pinned", "dateAdded", "contactId");
        assertThat(place.put(note, "{'pinned':true}")
                        .expecting(200)
                        .at("/note/pinned")
                        .booleanValue())
                .isTrue();
        assertThat(place.get(note).expecting(200).at("/note/title").textValue()).isEqualTo("T");
        assertThat(place.delete(note, null).status()).isEqualTo(200);
        assertThat(place.get(contact + "/notes").body().path("notes")).isEmpty();
    }

    @Test
    void list_lag_hides_a_new_record_from_lists_only() {
        place.patch("{'listLagMs':400}").expecting(200);

        JsonNode note = place.post(contact + "/notes", "{'body':'x'}").expecting(201);

        assertThat(place.get(contact + "/notes").body().path("notes")).isEmpty();
        assertThat(place.get(contact + "/notes/" + note.at("/note/id").textValue())
                        .status())
                .isEqualTo(200);
        await().until(() -> place.get(contact + "/notes").body().path("notes").size() == 1);
    }

    @Test
    void html_bodies_switch_returns_html() {
        place.patch("{'htmlBodies':true}").expecting(200);

        JsonNode note =
                place.post(contact + "/notes", "{'body':'a & b\\n\\nref XYZ'}").expecting(201);

        assertThat(note.at("/note/body").textValue()).isEqualTo("<p>a &amp; b</p><p>&nbsp;</p><p>ref XYZ</p>");
    }

    @Test
    void tags_are_added_and_removed_in_lower_case() {
        JsonNode added = place.post(contact + "/tags", "{'tags':['VIP','vip','Web Lead']}")
                .expecting(201);
        JsonNode again = place.post(contact + "/tags", "{'tags':['vip','new']}").expecting(201);
        JsonNode removed = place.delete(contact + "/tags", "{'tags':['VIP','never there']}")
                .expecting(200);

        assertThat(added.path("tagsAdded"))
                .isEqualTo(json("{'t':['vip','web lead']}").get("t"));
        assertThat(again.path("tags"))
                .isEqualTo(json("{'t':['vip','web lead','new']}").get("t"));
        assertThat(again.path("tagsAdded")).isEqualTo(json("{'t':['new']}").get("t"));
        assertThat(removed.path("tags"))
                .isEqualTo(json("{'t':['web lead','new']}").get("t"));
        assertThat(removed.path("tagsRemoved")).isEqualTo(json("{'t':['vip']}").get("t"));
    }

    @Test
    void new_tags_are_added_to_the_location() {
        place.post(contact + "/tags", "{'tags':['Brand New']}").expecting(201);

        JsonNode tags =
                place.get("/locations/" + place.id() + "/tags").expecting(200).path("tags");

        assertThat(tags).hasSize(1);
        assertThat(tags.at("/0/name").textValue()).isEqualTo("brand new");
        assertThat(tags.at("/0/locationId").textValue()).isEqualTo(place.id());
    }

    @Test
    void a_location_in_the_body_of_tags_is_422() {
        assertThat(place.post(contact + "/tags", "{'tags':['x'],'locationId':'HERE'}")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void appointment_times_are_returned_as_written() {
        String id = contact.substring("/contacts/".length());
        Place.control(
                        "POST",
                        "/locations/" + place.id() + "/appointments",
                        "{'contactId':'" + id
                                + "','title':'Visit','startTime':'2026-12-01 11:00:00','endTime':'2026-12-01 12:00:00'}")
                .expecting(201);

        JsonNode events = place.get(contact + "/appointments").expecting(200).path("events");

        assertThat(events).hasSize(1);
        assertThat(events.at("/0/startTime").textValue()).isEqualTo("2026-12-01 11:00:00");
        assertThat(events.at("/0/appointmentStatus").textValue()).isEqualTo("confirmed");
    }
}
