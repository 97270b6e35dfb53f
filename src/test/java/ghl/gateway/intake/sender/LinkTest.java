package ghl.gateway.intake.sender;

import static ghl.gateway.intake.sender.Samples.answers;
import static ghl.gateway.intake.sender.Samples.read;
import static ghl.gateway.intake.sender.Samples.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import com.fasterxml.jackson.databind.node.TextNode;
import ghl.gateway.form.definition.Questions;
import ghl.gateway.form.definition.SenderType;
import ghl.gateway.intake.body.MalformedBodyException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever a link receives. */
class LinkTest {

    @ParameterizedTest
    @CsvSource({
        "typeform.json, TYPEFORM",
        "tally.json, TALLY",
        "webflow.json, WEBFLOW",
        "gravity-forms-all-fields.json, GRAVITY_FORMS",
        "standard-webhooks.json, LINK"
    })
    void sender_is_recognized_and_read_as_such(String file, SenderType sender) {
        assertThat(Senders.guess(Samples.json(file))).isEqualTo(sender);
        assertThat(Senders.read(SenderType.LINK, Samples.json(file), Questions.NONE))
                .isEqualToComparingOnlyGivenFields(Senders.read(sender, Samples.json(file), Questions.NONE), "eventId");
    }

    @Test
    void body_of_another_shape_than_the_links_type_is_read_all_the_same() {
        String flat = "{\"email\":\"a@example.com\"}";

        assertThat(answers(SenderType.JOTFORM, flat)).containsOnlyKeys("email");
        assertThat(answers(SenderType.WEBFLOW, flat)).containsOnlyKeys("email");
        assertThat(read(SenderType.JOTFORM, Samples.text("webflow.json")).eventId())
                .isEqualTo("6543c8f1a2b3c4d5e6f70819");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"event_type\":\"form_response_deleted\",\"form_response\":{}}",
                "{\"eventType\":\"FORM_DELETED\",\"data\":{\"responseId\":\"r\",\"fields\":[]}}",
                "{\"triggerType\":\"form_submission\",\"payload\":{}}",
                "{\"submissionID\":\"6\",\"rawRequest\":\"no JSON\"}"
            })
    void event_of_a_sender_that_is_no_form_is_malformed(String body) {
        assertThatThrownBy(() -> read(SenderType.LINK, body)).isInstanceOf(MalformedBodyException.class);
    }

    @Test
    void heyform_answers_are_named_by_the_fields_of_the_form() {
        ReceivedAnswers received = read(SenderType.LINK, """
                {"id": "66", "formId": "f", "formName": "Callback", "fields": [
                  {"title": ["Phone"], "kind": "phone", "id": "k0"}, {"title": ["Phone"], "kind": "phone", "id": "k1"},
                  {"title": ["Hi ", ["mention", ["@name"], {"id": "k1"}], "?"], "description": [], "kind": "email", "id": "k2"}],
                 "answers": [{"id": "k1", "kind": "phone", "title": ["Phone"], "value": "+1"},
                  {"id": "k2", "kind": "email", "title": ["Hi"], "value": "tomo@example.com"}],
                 "hiddenFields": [{"id": "h1", "name": "utm_source", "value": "flyer"}]}""");

        assertThat(Samples.map(received.answers()))
                .containsExactly(
                        entry("Phone (2)", List.of("+1")),
                        entry("Hi @name?", List.of("tomo@example.com")),
                        entry("utm_source", List.of("flyer")));
        assertThat(received.eventId()).isEqualTo("66");
    }

    @Test
    void resources_in_a_list_have_the_names_of_their_attributes() {
        String kajabi = """
                {"id": "e1", "event": "form_submission", "payload": [{"id": "7", "type": "form_submissions",
                  "attributes": {"name": "Ilse Quandt", "email": "ilse@example.com"}}]}""";

        assertThat(answers(SenderType.LINK, kajabi, "Name", "Email"))
                .containsEntry("name", List.of("Ilse Quandt"))
                .containsEntry("email", List.of("ilse@example.com"));
    }

    @Test
    void wufoo_answers_are_named_by_the_titles_beside_them() {
        String structure =
                "{\"Fields\":[{\"Title\":\"Name\",\"ID\":\"Field1\",\"SubFields\":[{\"ID\":\"Field1\",\"Label\":\"First\"},"
                        + "{\"ID\":\"Field2\",\"Label\":\"Last\"}]},{\"Title\":\"Email\",\"ID\":\"Field5\"}]}";
        String body =
                "{\"Field1\":\"Ilse\",\"Field2\":\"Quandt\",\"Field5\":\"ilse@example.com\",\"Field9\":\"x\",\"EntryId\":\"7\","
                        + "\"HandshakeKey\":\"s3cret\",\"FormStructure\":\"{}\",\"FieldStructure\":"
                        + TextNode.valueOf(structure) + "}";

        ReceivedAnswers received = read(SenderType.LINK, body, "Field2");

        assertThat(Samples.map(received.answers()))
                .containsOnly(
                        entry("Name.First", List.of("Ilse")),
                        entry("Field2", List.of("Quandt")),
                        entry("Email", List.of("ilse@example.com")),
                        entry("Field9", List.of("x")));
        assertThat(received.eventId()).isEqualTo("7");
        assertThat(answers(SenderType.LINK, body, "Name"))
                .containsEntry("Name", List.of("Ilse Quandt"))
                .containsOnlyKeys("Name", "Email", "Field9");
    }

    @Test
    void answer_beside_the_word_that_it_is_a_test_is_kept() {
        for (String body : List.of(
                "{\"test\":true,\"data\":{\"Email\":\"a@example.com\"}}",
                "{\"event\":\"ping\",\"fields\":[{\"Email\":\"a@example.com\"}]}")) {
            assertThat(answers(SenderType.LINK, body, "Email")).as(body).containsKey("Email");
        }
        assertThat(Samples.read(SenderType.LINK, "{\"event\":\"ping\",\"data\":{\"Email\":\"\",\"more\":[null]}}")
                        .ignored())
                .isNotBlank();
    }

    @Test
    void wix_answers_are_named_by_their_labels_and_not_repeated() {
        String body = """
                {"data": {"formName": "Callback", "field:comp-1": "Ilse", "field:comp-2": "ilse@example.com",
                 "contact": {"name": {"first": "Ilse"}, "email": "ilse@example.com"},
                 "submissions": [{"label": "First name", "value": "Ilse"}, {"label": "Email", "value": "ilse@example.com"}]}}""";

        assertThat(answers(SenderType.LINK, body)).containsOnlyKeys("First name", "Email");
        assertThat(answers(SenderType.LINK, body, "data.contact.email"))
                .containsOnlyKeys("First name", "Email", "data.contact.email");
    }

    @Test
    void html_form_has_its_fields_as_answers() {
        assertThat(Samples.map(Senders.read(
                                SenderType.LINK,
                                request(
                                        "data.json=%7B%22email%22%3A%5B%22a%40example.com%22%5D%2C%22utm_source%22%3A%5B%22flyer%22%5D%7D"
                                                + "&data.xml=%3C%3Fxml+version%3D%221.0%22%3F%3E&HandshakeKey=s3cret",
                                        "application/x-www-form-urlencoded"),
                                Questions.NONE)
                        .answers()))
                .containsExactly(
                        entry("data.json.email", List.of("a@example.com")), entry("utm_source", List.of("flyer")));
    }

    @Test
    void webflow_leaves_out_tokens_blanks_and_its_own_data_in_both_versions() {
        String data =
                "\"data\":{\"Name\":\"Tomo\",\"Phone\":\"\",\"CV\":\"https://files.example.com/cv.pdf\",\"Marketing\":false,"
                        + "\"g-recaptcha-response\":\"03A\",\"cf-turnstile-response\":\"0.t\"}";
        String first = "{\"name\":\"F\",\"site\":\"s\"," + data + ",\"d\":\"2026-11-24T09:59:59.117Z\",\"_id\":\"63\"}";
        String second = "{\"triggerType\":\"form_submission\",\"payload\":{\"name\":\"F\",\"id\":\"63\"," + data
                + ",\"schema\":[{\"fieldName\":\"CV\",\"fieldType\":\"FormFileUploadInput\"}]}}";

        for (String body : List.of(first, second)) {
            assertThat(answers(SenderType.LINK, body)).containsOnlyKeys("Name", "CV", "Marketing");
            assertThat(read(SenderType.LINK, body).eventId()).isEqualTo("63");
        }
        assertThat(read(SenderType.WEBFLOW, second).files()).isEqualTo(1);
    }

    @Test
    void unbounce_data_about_the_page_is_no_answer() {
        String body =
                "variant=a&page_name=P&data.json=%7B%22name%22%3A%5B%22Ada%22%5D%2C%22variant%22%3A%5B%22a%22%5D%7D"
                        + "&data.xml=%3Cform_data%2F%3E";

        assertThat(Samples.map(Senders.read(
                                SenderType.LINK,
                                request(body, "application/x-www-form-urlencoded"),
                                Samples.asking("name"))
                        .answers()))
                .containsExactly(entry("name", List.of("Ada")));
    }

    @Test
    void heyform_variable_takes_precedence_over_the_address_of_the_page() {
        assertThat(answers(SenderType.LINK, """
                {"id": "66", "formId": "f", "fields": [{"title": "Email", "kind": "email", "id": "k"}], "answers": [],
                 "hiddenFields": [{"name": "score", "value": "9"}, {"name": "email", "value": "b@example.com"}],
                 "variables": [{"name": "score", "value": "1"}]}"""))
                .containsExactly(
                        entry("score", List.of("1")),
                        entry("hidden.score", List.of("9")),
                        entry("hidden.email", List.of("b@example.com")));
    }
}
