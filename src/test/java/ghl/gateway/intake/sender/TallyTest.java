package ghl.gateway.intake.sender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import ghl.gateway.form.definition.SenderType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TallyTest {

    @Test
    void question_without_a_label_is_named_by_its_key() {
        assertThat(answers("""
                {"key": "question_n1", "label": null, "type": "INPUT_TEXT", "value": "first"},
                {"key": "question_n2", "label": " ", "type": "INPUT_TEXT", "value": "second"},
                {"key": "question_n3", "type": "INPUT_TEXT", "value": "third"}"""))
                .containsExactly(
                        entry("question_n1", List.of("first")),
                        entry("question_n2", List.of("second")),
                        entry("question_n3", List.of("third")));
    }

    @Test
    void matrix_is_named_by_its_rows_and_answered_by_its_columns() {
        assertThat(answers("""
                {"key": "q", "label": "Rate us", "type": "MATRIX", "value": {"r1": ["c2"], "r2": ["c1", "c2"], "r9": []},
                 "rows": [{"id": "r1", "text": "Speed"}, {"id": "r2", "text": "Price"}],
                 "columns": [{"id": "c1", "text": "Bad"}, {"id": "c2", "text": "Good"}]},
                {"key": "q2", "label": "Again", "type": "MATRIX", "value": null, "rows": [], "columns": []}"""))
                .containsExactly(
                        entry("Rate us.Speed", List.of("Good")), entry("Rate us.Price", List.of("Bad", "Good")));
    }

    @Test
    void checkbox_without_its_question_is_an_answer() {
        assertThat(answers("""
                {"key": "q_o1", "label": "Terms (I agree)", "type": "CHECKBOXES", "value": true}""")).containsExactly(entry("Terms (I agree)", List.of("true")));
        assertThat(answers("""
                {"key": "q", "label": "Terms", "type": "CHECKBOXES", "value": ["o1"], "options": [{"id": "o1", "text": "I agree"}]},
                {"key": "q_o1", "label": "Terms (I agree)", "type": "CHECKBOXES", "value": true}""")).containsExactly(entry("Terms", List.of("I agree")));
    }

    @Test
    void choice_may_be_a_bare_id() {
        assertThat(answers("""
                {"key": "q", "label": "What?", "type": "DROPDOWN", "value": "o1", "options": [{"id": "o1", "text": "Roof"}]}""")).containsExactly(entry("What?", List.of("Roof")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"MULTIPLE_CHOICE", "CHECKBOXES", "DROPDOWN", "MULTI_SELECT", "RANKING"})
    void choices_are_lists_of_ids(String type) {
        String field = """
                {"key": "q", "label": "What?", "type": "%s", "value": %s,
                 "options": [{"id": "o1", "text": "Roof"}, {"id": "o2", "text": "Gutter"}]}""";

        assertThat(answers(field.formatted(type, "[\"o2\",\"o1\"]")))
                .containsExactly(entry("What?", List.of("Gutter", "Roof")));
        assertThat(answers(field.formatted(type, "[\"o1\"]"))).containsExactly(entry("What?", List.of("Roof")));
    }

    @Test
    void unanswered_is_null_an_empty_list_or_no_field() {
        assertThat(answers("""
                {"key": "q1", "label": "Phone", "type": "INPUT_PHONE_NUMBER", "value": null},
                {"key": "q2", "label": "Topics", "type": "CHECKBOXES", "value": [], "options": [{"id": "o1", "text": "Roof"}]},
                {"key": "q2_o1", "label": "Topics (Roof)", "type": "CHECKBOXES", "value": false},
                {"key": "q3", "label": "Plan", "type": "FILE_UPLOAD"},
                {"key": "q4", "label": "Rating", "type": "RATING", "value": 4}""")).containsExactly(entry("Rating", List.of("4")));
    }

    @Test
    void payment_is_five_answers() {
        assertThat(answers("""
                {"key": "p_price", "label": "Payment (price)", "type": "PAYMENT", "value": 12.50},
                {"key": "p_currency", "label": "Payment (currency)", "type": "PAYMENT", "value": "EUR"},
                {"key": "p_name", "label": "Payment (name)", "type": "PAYMENT", "value": "Otis Bell"},
                {"key": "p_email", "label": "Payment (email)", "type": "PAYMENT", "value": "otis@example.com"},
                {"key": "p_link", "label": "Payment (link)", "type": "PAYMENT", "value": "https://pay.example.com/1"}"""))
                .containsExactly(
                        entry("Payment (price)", List.of("12.50")),
                        entry("Payment (currency)", List.of("EUR")),
                        entry("Payment (name)", List.of("Otis Bell")),
                        entry("Payment (email)", List.of("otis@example.com")),
                        entry("Payment (link)", List.of("https://pay.example.com/1")));
    }

    @Test
    void files_and_signatures_are_addresses() {
        ReceivedAnswers received = Samples.read(SenderType.TALLY, body("""
                {"key": "f1", "label": "Photos", "type": "FILE_UPLOAD", "value": [
                  {"id": "1", "name": "a.jpg", "url": "https://files.example.com/a%20b.jpg", "mimeType": "image/jpeg", "size": 1},
                  {"id": "2", "name": "b.jpg", "url": "https://files.example.com/b.jpg", "mimeType": "image/jpeg", "size": 1}]},
                {"key": "f2", "label": "Sign here", "type": "SIGNATURE", "value": [
                  {"id": "3", "name": "s.png", "url": "https://files.example.com/s.png", "mimeType": "image/png", "size": 1}]}"""));

        assertThat(Samples.map(received.answers()))
                .containsExactly(
                        entry(
                                "Photos",
                                List.of("https://files.example.com/a%20b.jpg", "https://files.example.com/b.jpg")),
                        entry("Sign here", List.of("https://files.example.com/s.png")));
        assertThat(received.files()).isEqualTo(3);
    }

    @Test
    void typed_answer_keeps_the_name_of_a_hidden_field() {
        assertThat(answers("""
                {"key": "h", "label": "email", "type": "HIDDEN_FIELDS", "value": "list@example.com"},
                {"key": "u", "label": "utm_source", "type": "HIDDEN_FIELDS", "value": "flyer"},
                {"key": "q", "label": "Email", "type": "INPUT_EMAIL", "value": "typed@example.com"},
                {"key": "p", "label": "Payment (price)", "type": "PAYMENT", "value": 12.50}"""))
                .containsExactly(
                        entry("Email", List.of("typed@example.com")),
                        entry("Payment (price)", List.of("12.50")),
                        entry("hidden.email", List.of("list@example.com")),
                        entry("utm_source", List.of("flyer")));
    }

    @Test
    void edited_response_is_a_new_event_and_a_repeated_one_is_not() {
        String first = "{\"key\":\"q\",\"label\":\"Name\",\"type\":\"INPUT_TEXT\",\"value\":\"Zo\\u00EB 👩‍🔧\"}";

        ReceivedAnswers event = Samples.read(SenderType.TALLY, body(first));

        assertThat(event.eventId()).isEqualTo("r1");
        assertThat(Samples.read(SenderType.TALLY, body(first).replace("e1", "e2")))
                .isEqualToComparingOnlyGivenFields(event, "eventId", "digest");
        assertThat(Samples.read(SenderType.TALLY, body(first.replace("Zo", "Cl")))
                        .digest())
                .isNotEqualTo(event.digest());
    }

    private static Map<String, List<String>> answers(String fields) {
        return Samples.answers(SenderType.TALLY, body(fields));
    }

    private static String body(String fields) {
        return "{\"eventId\":\"e1\",\"eventType\":\"FORM_RESPONSE\",\"data\":{\"responseId\":\"r1\",\"fields\":["
                + fields + "]}}";
    }
}
