package ghl.gateway.sandbox;

import static ghl.gateway.fixture.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import ghl.gateway.sandbox.http.SandboxJson;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SandboxSearchHttpTest {

    private Place place;

    @BeforeEach
    void arrive() {
        place = Place.fresh();
    }

    @Test
    void list_pages_need_both_halves_of_the_cursor() {
        people(5);
        String path = "/contacts/?limit=2&locationId=" + place.id();

        JsonNode first = place.get(path).expecting(200);
        JsonNode second = place.get(path + cursor(first)).expecting(200);
        JsonNode third = place.get(path + cursor(second)).expecting(200);

        assertThat(emails(first)).containsExactly("p5@example.com", "p4@example.com");
        assertThat(emails(second)).containsExactly("p3@example.com", "p2@example.com");
        assertThat(emails(third)).containsExactly("p1@example.com");
        assertThat(second.at("/meta/total").intValue()).isEqualTo(5);
        assertThat(second.at("/meta/currentPage").intValue()).isEqualTo(2);
        assertThat(second.at("/meta/nextPage").intValue()).isEqualTo(3);
        assertThat(second.at("/meta/prevPage").intValue()).isEqualTo(1);
        assertThat(first.at("/meta/prevPage").isNull()).isTrue();
        assertThat(third.at("/meta/nextPageUrl").isMissingNode()).isTrue();
    }

    @Test
    void half_a_cursor_repeats_page_one() {
        people(3);
        String path = "/contacts/?limit=1&locationId=" + place.id();
        JsonNode first = place.get(path).expecting(200);

        JsonNode half = place.get(
                        path + "&startAfter=" + first.at("/meta/startAfter").asText())
                .expecting(200);

        assertThat(emails(half)).isEqualTo(emails(first));
    }

    @Test
    void list_refuses_invalid_parameters() {
        assertThat(place.get("/contacts/").status()).isEqualTo(422);
        assertThat(place.get("/contacts/?limit=101&locationId=" + place.id())
                        .expecting(422)
                        .at("/message/0")
                        .textValue())
                .isEqualTo("limit must not be greater than 100");
        assertThat(place.get("/contacts/?limit=ten&locationId=" + place.id()).status())
                .isEqualTo(422);
    }

    @Test
    void list_names_are_lower_case_beside_the_raw_names() {
        place.contact("{'firstName':'Ada','lastName':'Lovell'}");

        JsonNode row = place.get("/contacts/?locationId=" + place.id()).body().at("/contacts/0");

        assertThat(SandboxJson.text(row, "firstName")).isEqualTo("ada");
        assertThat(SandboxJson.text(row, "firstNameRaw")).isEqualTo("Ada");
        assertThat(SandboxJson.text(row, "contactName")).isEqualTo("ada lovell");
    }

    @Test
    void list_query_matches_parts_of_names_and_emails() {
        people(3);

        assertThat(emails(place.get("/contacts/?query=P2%40exam&locationId=" + place.id())
                        .body()))
                .containsExactly("p2@example.com");
    }

    @Test
    void business_list_returns_the_businesss_contacts() {
        people(1);
        for (String name : List.of("ann", "bob", "cid")) {
            raw("{'firstName':'" + name + "','businessId':'5f0a1c2b3d4e5f6a7b8c9d01'}");
        }

        JsonNode answer = place.get(
                        "/contacts/business/5f0a1c2b3d4e5f6a7b8c9d01?limit=1&skip=1&locationId=" + place.id())
                .expecting(200);

        assertThat(answer.path("count").intValue()).isEqualTo(3);
        assertThat(answer.path("contacts")).hasSize(1);
    }

    @Test
    void a_search_filters_sorts_and_counts() {
        raw("{'firstName':'Ada','address1':'18 Orchard Street','tags':['vip']}");
        raw("{'firstName':'Ben','tags':['vip']}");
        raw("{'firstName':'Cid'}");

        JsonNode answer = search("'pageLimit':1,'filters':[{'field':'tags','operator':'eq','value':'vip'}],"
                + "'sort':[{'field':'firstNameLowerCase','direction':'asc'}]");

        assertThat(answer.path("total").intValue()).isEqualTo(2);
        assertThat(answer.at("/contacts/0/address").textValue()).isEqualTo("18 Orchard Street");
        assertThat(answer.at("/contacts/0/address1").isMissingNode()).isTrue();
        assertThat(answer.at("/contacts/0/firstName").textValue()).isEqualTo("ada");
        assertThat(answer.path("contacts")).hasSize(1);
    }

    @Test
    void a_search_is_read_by_pages_or_by_the_cursor_of_the_last_row() {
        people(3);

        JsonNode first = search("'pageLimit':2");
        JsonNode byPage = search("'pageLimit':2,'page':2");
        JsonNode byCursor = search("'pageLimit':2,'searchAfter':" + first.at("/contacts/1/searchAfter"));

        assertThat(emails(first)).containsExactly("p3@example.com", "p2@example.com");
        assertThat(emails(byPage)).containsExactly("p1@example.com").isEqualTo(emails(byCursor));
        assertThat(first.at("/contacts/0/searchAfter/0").isIntegralNumber()).isTrue();
    }

    @Test
    void search_refuses_unknown_input() {
        String here = "'locationId':'HERE'";

        assertThat(place.post("/contacts/search", "{}").status()).isEqualTo(422);
        assertThat(place.post("/contacts/search", "{" + here + ",'pageLimit':501}")
                        .status())
                .isEqualTo(422);
        assertThat(place.post("/contacts/search", "{" + here + ",'pageLimit':1,'query':'" + "x".repeat(76) + "'}")
                        .status())
                .isEqualTo(422);
        assertThat(place.post("/contacts/search", "{" + here + ",'pageLimit':1,'page':1,'searchAfter':[1,'x']}")
                        .status())
                .isEqualTo(400);
        assertThat(place.post("/contacts/search", "{" + here + ",'pageLimit':500,'page':21}")
                        .status())
                .isEqualTo(400);
        assertThat(place.post(
                                "/contacts/search",
                                "{" + here
                                        + ",'pageLimit':1,'filters':[{'field':'noteBody','operator':'eq','value':'x'}]}")
                        .expecting(400)
                        .path("message")
                        .textValue())
                .isEqualTo("Invalid field noteBody");
    }

    @Test
    void search_lags_behind_the_contact() {
        Place slow = Place.with("{'searchLagMs':700}");
        String id = slow.contact("{'email':'ada@example.com'}");
        String list = "/contacts/?locationId=" + slow.id();

        assertThat(slow.get("/contacts/" + id).status()).isEqualTo(200);
        assertThat(slow.get(list).body().path("contacts")).isEmpty();
        await().until(() -> slow.get(list).body().path("contacts").size() == 1);
    }

    @Test
    void task_search_returns_tasks_of_many_contacts() {
        String ada = place.contact("{'firstName':'Ada'}");
        String ben = place.contact("{'firstName':'Ben'}");
        String cid = place.contact("{'firstName':'Cid'}");
        for (String id : List.of(ada, ben, cid)) {
            task(id, false);
        }
        task(ada, true);
        String path = "/locations/" + place.id() + "/tasks/search";

        JsonNode open = place.post(path, "{'contactId':['" + ada + "','" + ben + "'],'completed':false}")
                .expecting(201);

        assertThat(open.path("tasks")).hasSize(2);
        assertThat(open.at("/tasks/0/_id").textValue()).isNotEmpty();
        assertThat(open.at("/tasks/0/id").isMissingNode()).isTrue();
        assertThat(SandboxJson.items(open.path("tasks")).map(row -> SandboxJson.text(row, "contactId")))
                .containsExactlyInAnyOrder(ada, ben);
        assertThat(place.post(path, "{'limit':3}").body().path("tasks")).hasSize(3);
        assertThat(place.post(path, "{'limit':3,'skip':3}").body().path("tasks"))
                .hasSize(1);
    }

    @Test
    void location_returns_settings_and_custom_fields() {
        Place own = Place.with("{'country':'DE','timezone':'Europe/Berlin',"
                + "'customFields':[{'name':'Shoe size','dataType':'NUMERICAL'}]}");
        String path = "/locations/" + own.id();

        JsonNode location = own.get(path).expecting(200).path("location");
        JsonNode fields =
                own.get(path + "/customFields?model=contact").expecting(200).path("customFields");

        assertThat(SandboxJson.text(location, "timezone")).isEqualTo("Europe/Berlin");
        assertThat(location.at("/settings/allowDuplicateContact").booleanValue())
                .isFalse();
        assertThat(location.at("/settings/contactUniqueIdentifiers")).hasSize(2);
        assertThat(fields.at("/0/fieldKey").textValue()).isEqualTo("contact.shoe_size");
        assertThat(own.get(path + "/customFields?model=opportunity").body().path("customFields"))
                .isEmpty();
    }

    private JsonNode search(String body) {
        return place.post("/contacts/search", "{'locationId':'HERE'," + body + "}")
                .expecting(200);
    }

    private void people(int count) {
        for (int i = 1; i <= count; i++) {
            raw("{'email':'p" + i + "@example.com','dateAdded':'2026-01-0" + i + "T00:00:00.000Z'}");
        }
    }

    private void raw(String fields) {
        Place.control("POST", "/locations/" + place.id() + "/contacts", fields).expecting(201);
    }

    private void task(String contactId, boolean completed) {
        place.post(
                        "/contacts/" + contactId + "/tasks",
                        "{'title':'Call','dueDate':'2026-12-01T11:00:00Z','completed':" + completed + "}")
                .expecting(201);
    }

    private static String cursor(JsonNode page) {
        return "&startAfter=" + page.at("/meta/startAfter").asText() + "&startAfterId="
                + page.at("/meta/startAfterId").asText();
    }

    private static List<String> emails(JsonNode page) {
        List<String> emails = new ArrayList<>();
        page.path("contacts").forEach(row -> emails.add(SandboxJson.text(row, "email")));
        return emails;
    }
}
