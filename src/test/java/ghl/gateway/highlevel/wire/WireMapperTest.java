package ghl.gateway.highlevel.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import ghl.gateway.contact.Attribution;
import ghl.gateway.contact.Contact;
import ghl.gateway.contact.CustomFieldValue;
import ghl.gateway.contact.DndSetting;
import ghl.gateway.contact.Note;
import ghl.gateway.contact.Task;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One test for each way in which the vendor's answers differ from their documentation, or from each other. */
class WireMapperTest {

    @Test
    void whole_contact_is_mapped_completely() throws Exception {
        Contact contact = whole("""
                {"id":"c1","locationId":"l1","name":"Ada Lovelace","firstName":"Ada","lastName":"Lovelace",
                 "email":"ada@example.com","emailLowerCase":"ada@example.com","phone":"+15550001",
                 "companyName":"Engines Ltd","address1":"1 Main St","city":"London","state":"LDN","postalCode":"W1",
                 "country":"GB","website":"https://example.com","timezone":"Europe/London","type":"lead",
                 "source":"web form","assignedTo":"u1","businessId":"b1","dateOfBirth":"1815-12-10","dnd":false,
                 "dateAdded":"2026-01-01T10:00:00.000Z","dateUpdated":"2026-01-02T10:00:00.000Z",
                 "attributionSource":{"sessionSource":"Direct traffic","medium":"form","mediumId":"m1","url":"https://a",
                   "referrer":"https://b","campaign":"spring","utmSource":"s","utmMedium":"cpc","gclid":"ignored"},
                 "tags":["vip"],"followers":["u2"],"additionalEmails":[{"email":"ada2@example.com","validEmail":null}],
                 "additionalPhones":["+15550002"],"dndSettings":{"Email":{"status":"active","message":"m","code":"1"}},
                 "customFields":[{"id":"f1","value":"slate"}],"attachments":"unused","offers":[{}]}""");

        assertThat(contact)
                .isEqualTo(new Contact(
                        "c1",
                        "l1",
                        "Ada Lovelace",
                        "Ada",
                        "Lovelace",
                        "ada@example.com",
                        "+15550001",
                        "Engines Ltd",
                        "1 Main St",
                        "London",
                        "LDN",
                        "W1",
                        "GB",
                        "https://example.com",
                        "Europe/London",
                        "lead",
                        "web form",
                        "u1",
                        "b1",
                        LocalDate.of(1815, 12, 10),
                        false,
                        Instant.parse("2026-01-01T10:00:00Z"),
                        Instant.parse("2026-01-02T10:00:00Z"),
                        new Attribution("Direct traffic", "form", "m1", "https://a", "https://b", "spring", "s", "cpc"),
                        List.of("vip"),
                        List.of("u2"),
                        List.of("ada2@example.com"),
                        List.of("+15550002"),
                        List.of(new DndSetting("Email", "active", "m", "1")),
                        List.of(new CustomFieldValue("f1", "slate"))));
    }

    @Test
    void missing_lists_of_a_whole_contact_are_empty() throws Exception {
        Contact contact = whole("{\"id\":\"c1\"}");

        assertThat(contact.locationId()).isEqualTo("asked-for");
        assertThat(contact.email()).isNull();
        assertThat(contact.tags()).isEmpty();
        assertThat(contact.followers()).isEmpty();
        assertThat(contact.additionalEmails()).isEmpty();
        assertThat(contact.additionalPhones()).isEmpty();
        assertThat(contact.dndSettings()).isEmpty();
        assertThat(contact.customFieldValues()).isEmpty();
    }

    @Test
    void missing_lists_of_a_row_are_null() throws Exception {
        Contact contact = row("{\"id\":\"c1\",\"tags\":[]}");

        assertThat(contact.tags()).isEmpty();
        assertThat(contact.followers()).isNull();
        assertThat(contact.additionalEmails()).isNull();
        assertThat(contact.additionalPhones()).isNull();
        assertThat(contact.dndSettings()).isNull();
        assertThat(contact.customFieldValues()).isNull();
    }

    @Test
    void id_can_have_an_underscore() throws Exception {
        assertThat(whole("{\"_id\":\"c1\"}").id()).isEqualTo("c1");
        assertThat(task("{\"_id\":\"t1\"}").id()).isEqualTo("t1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"id\":null}", "{\"id\":\"\"}", "{\"id\":{\"a\":1}}"})
    void record_without_id_is_malformed(String json) {
        assertThatThrownBy(() -> whole(json)).isInstanceOf(JsonMappingException.class);
        assertThatThrownBy(() -> task(json)).isInstanceOf(JsonMappingException.class);
    }

    @Test
    void original_names_are_preferred_to_lower_cased_ones() throws Exception {
        Contact contact = row("""
                {"id":"c1","firstName":"ada","firstNameRaw":"Ada","lastName":"lovelace","lastNameRaw":"Lovelace"}""");

        assertThat(contact.firstName()).isEqualTo("Ada");
        assertThat(contact.lastName()).isEqualTo("Lovelace");
    }

    @Test
    void alternative_names_are_used_when_they_have_a_value() throws Exception {
        Contact contact = row("""
                {"id":"c1","companyName":"Engines Ltd","businessName":null,"address1":null,"address":"1 Main St",
                 "contactName":"ada lovelace"}""");

        assertThat(contact.companyName()).isEqualTo("Engines Ltd");
        assertThat(contact.address1()).isEqualTo("1 Main St");
        assertThat(contact.name()).isEqualTo("ada lovelace");
    }

    @Test
    void attribution_of_a_list_is_mapped_from_its_own_names() throws Exception {
        Contact contact = row("""
                {"id":"c1","attributions":[{"utmSessionSource":"Paid Search","pageUrl":"https://a","utmCampaign":"x"},
                                           {"utmSessionSource":"later"}]}""");

        assertThat(contact.attribution())
                .isEqualTo(new Attribution("Paid Search", null, null, "https://a", null, "x", null, null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"2026-01-01T10:00:00.000Z\" | 2026-01-01T10:00:00Z",
                "\"2026-01-01T10:00:00+02:00\" | 2026-01-01T08:00:00Z",
                "\"2026-01-01T10:00:00+0200\" | 2026-01-01T08:00:00Z",
                "\"2026-01-01\" | 2026-01-01T00:00:00Z",
                "1767261600000 | 2026-01-01T10:00:00Z",
                "\"1767261600000\" | 2026-01-01T10:00:00Z",
            })
    void times_are_read_in_every_format(String written, Instant meant) throws Exception {
        assertThat(whole("{\"id\":\"c1\",\"dateAdded\":" + written + "}").dateAdded())
                .isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"yesterday\"",
                "\"\"",
                "true",
                "{\"seconds\":1}",
                "[1]",
                "12",
                "null",
                "\"2026-13-45\"",
                "\"2026-01-01T10:00:00\""
            })
    void invalid_time_is_null_without_failing_the_contact(String written) throws Exception {
        Contact contact = whole("{\"id\":\"c1\",\"dateAdded\":" + written + ",\"dateOfBirth\":" + written
                + ",\"email\":\"ada@example.com\"}");

        assertThat(contact.dateAdded()).isNull();
        assertThat(contact.email()).isEqualTo("ada@example.com");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"1990-09-25\"",
                "\"1990/09/25\"",
                "\"1990.09.25\"",
                "\"1990_09_25\"",
                "\"09-25-1990\"",
                "\"09/25/1990\"",
                "\"1990-09-25T00:00:00.000Z\"",
                "654220800000"
            })
    void dates_are_read_in_every_format(String written) throws Exception {
        assertThat(whole("{\"id\":\"c1\",\"dateOfBirth\":" + written + "}").dateOfBirth())
                .isEqualTo(LocalDate.of(1990, 9, 25));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"soon\"", "\"1990-02-30\"", "{}", "\"25-09-1990\""})
    void invalid_date_is_null(String written) throws Exception {
        assertThat(whole("{\"id\":\"c1\",\"dateOfBirth\":" + written + "}").dateOfBirth())
                .isNull();
    }

    @Test
    void custom_field_values_keep_their_type() throws Exception {
        Contact contact = whole("""
                {"id":"c1","customFields":[
                  {"id":"text","value":"slate"},
                  {"id":"number","value":12.50},
                  {"id":"whole","value":7},
                  {"id":"large","value":1e3},
                  {"id":"flag","value":true},
                  {"id":"list","value":["a","b",null]},
                  {"id":"files","value":{"uuid-1":{"meta":{"size":3},"url":"https://f/1","documentId":"d"},
                                         "uuid-2":{"url":"https://f/2"}}},
                  {"id":"signature","value":{"url":"https://f/3","meta":{}}},
                  {"id":"boxes","value":{"option-1":"left","option-2":"right"}},
                  {"id":"empty","value":null},
                  {"id":"missing"},
                  {"value":"of no field"}]}""");

        assertThat(contact.customFieldValues())
                .containsExactly(
                        new CustomFieldValue("text", "slate"),
                        new CustomFieldValue("number", new BigDecimal("12.50")),
                        new CustomFieldValue("whole", new BigDecimal("7")),
                        new CustomFieldValue("large", new BigDecimal("1000")),
                        new CustomFieldValue("flag", "true"),
                        new CustomFieldValue("list", List.of("a", "b")),
                        new CustomFieldValue("files", List.of("https://f/1", "https://f/2")),
                        new CustomFieldValue("signature", List.of("https://f/3")),
                        new CustomFieldValue("boxes", List.of("left", "right")),
                        new CustomFieldValue("empty", null),
                        new CustomFieldValue("missing", null));
    }

    @Test
    void additional_addresses_can_be_strings_or_objects() throws Exception {
        Contact contact = whole("""
                {"id":"c1","additionalEmails":["a@b.co",{"email":"c@d.co"},null,{"other":1}],
                 "additionalPhones":[{"phone":"+1555","phoneLabel":"home"}],"followers":"u1"}""");

        assertThat(contact.additionalEmails()).containsExactly("a@b.co", "c@d.co");
        assertThat(contact.additionalPhones()).containsExactly("+1555");
        assertThat(contact.followers()).containsExactly("u1");
    }

    @Test
    void field_of_unexpected_type_is_null_without_failing_the_contact() throws Exception {
        Contact contact = whole("""
                {"id":"c1","firstName":{"a":1},"city":["x"],"postalCode":35061,"dnd":"perhaps","email":"a@b.co",
                 "dndSettings":{"Email":{"status":"active"},"SMS":null,"Call":{}}}""");

        assertThat(contact.firstName()).isNull();
        assertThat(contact.city()).isNull();
        assertThat(contact.postalCode()).isEqualTo("35061");
        assertThat(contact.dnd()).isNull();
        assertThat(contact.email()).isEqualTo("a@b.co");
        assertThat(contact.dndSettings()).containsExactly(new DndSetting("Email", "active", null, null));
    }

    @Test
    void tasks_and_notes_default_to_the_requested_contact() throws Exception {
        assertThat(task("""
                        {"id":"t1","title":"Call","body":"b","dueDate":"2026-01-01T10:00:00.000Z","completed":false,
                         "assignedTo":"u1"}"""))
                .isEqualTo(new Task("t1", "c1", "Call", "b", Instant.parse("2026-01-01T10:00:00Z"), false, "u1"));
        assertThat(note("""
                        {"id":"n1","contactId":"c2","body":"<p>b</p>","title":"t","color":"#fff","pinned":true,
                         "userId":"u1","dateAdded":"2026-01-01T10:00:00.000Z"}"""))
                .isEqualTo(new Note(
                        "n1", "c2", "<p>b</p>", "t", "#fff", true, "u1", Instant.parse("2026-01-01T10:00:00Z")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"events\":[{\"id\":\"a1\"}]}", "{\"appointments\":[{\"id\":\"a1\"}]}", "[{\"id\":\"a1\"}]"})
    void appointments_are_read_under_two_names_or_none(String json) throws Exception {
        AppointmentJson.Many answer = WireJson.mapper().readValue(json, AppointmentJson.Many.class);

        assertThat(answer.events()).extracting(AppointmentJson::id).containsExactly("a1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"tasks\":{}}", "{\"tasks\":\"none\"}", "{\"tasks\":[null]}", "{}", "[]"})
    void answer_without_its_list_is_malformed(String json) {
        assertThatThrownBy(() -> WireJson.mapper().readValue(json, TaskJson.Many.class))
                .isInstanceOf(JsonProcessingException.class);
    }

    private static Contact whole(String json) throws JsonProcessingException {
        return WireMapper.wholeContact(WireJson.mapper().readValue(json, ContactJson.class), "asked-for");
    }

    private static Contact row(String json) throws JsonProcessingException {
        return WireMapper.partialContact(WireJson.mapper().readValue(json, ContactJson.class), "asked-for");
    }

    private static Task task(String json) throws JsonProcessingException {
        return WireMapper.task(WireJson.mapper().readValue(json, TaskJson.class), "c1");
    }

    private static Note note(String json) throws JsonProcessingException {
        return WireMapper.note(WireJson.mapper().readValue(json, NoteJson.class), "c1");
    }
}
