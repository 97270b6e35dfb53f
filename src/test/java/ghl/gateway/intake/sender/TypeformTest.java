package ghl.gateway.intake.sender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import ghl.gateway.form.definition.SenderType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TypeformTest {

    private static final String ULID = "01H7G3DCZ1FZV4KYZGM7CASE01";

    @Test
    void generated_refs_are_no_names_unless_the_form_asks_for_them() {
        String body = response(field("a1", ULID, "Your email"), text("a1", ULID, "ilse@example.com"), "");

        assertThat(answers(body)).containsOnlyKeys("Your email");
        assertThat(answers(body, ULID)).containsOnlyKeys(ULID);
    }

    @Test
    void title_loses_references_emphasis_and_line_ends() {
        String title = "Hi {{field:" + ULID + "}},\\n your *email* {{hidden:x}}";

        assertThat(answers(response(field("a1", ULID, title), text("a1", ULID, "x"), "")))
                .containsOnlyKeys("Hi , your email");
    }

    @Test
    void title_is_found_without_its_greeting_and_any_emphasis() {
        String title = "Thanks {{field:" + ULID + "}}! _Email address_";
        String body = response(field("a1", ULID, title), text("a1", ULID, "x"), "");

        assertThat(answers(body, "Email address")).containsOnlyKeys("Email address");
        assertThat(answers(response(field("a1", ULID, "snake_case_name"), text("a1", ULID, "x"), "")))
                .containsOnlyKeys("snake_case_name");
    }

    @Test
    void question_with_a_ref_is_found_by_its_title_too() {
        String body = response(field("a1", "ref-1", "Your *email*"), text("a1", "ref-1", "x"), "");

        assertThat(answers(body)).containsOnlyKeys("ref-1");
        assertThat(answers(body, "your email")).containsOnlyKeys("Your email");
    }

    @Test
    void questions_in_a_group_are_answers_of_their_own() {
        String group = "{\"id\":\"g\",\"ref\":\"\",\"title\":\"Email\",\"properties\":{\"fields\":["
                + field("s1", ULID, "Email") + "," + field("s2", "city", "City") + "]}}";

        assertThat(answers(response(group, text("s1", ULID, "a@example.com") + "," + text("s2", "city", "Ost"), "")))
                .containsExactly(entry("Email", List.of("a@example.com")), entry("city", List.of("Ost")));
    }

    @Test
    void question_keeps_the_name_that_a_hidden_field_has_too_even_unanswered() {
        String hidden = "\"hidden\":{\"email\":\"list@example.com\",\"utm_source\":\"flyer\"},";
        String fields = field("d1", ULID, "Email");

        assertThat(answers(response(fields, text("d1", ULID, "typed@example.com"), hidden)))
                .containsExactly(
                        entry("Email", List.of("typed@example.com")),
                        entry("hidden.email", List.of("list@example.com")),
                        entry("utm_source", List.of("flyer")));
        assertThat(answers(response(fields, "", hidden))).containsOnlyKeys("hidden.email", "utm_source");
    }

    @Test
    void skipped_question_leaves_each_answer_with_its_own_question() {
        String fields = field("a", ULID, "Company") + "," + field("b", "", "Email") + "," + field("c", "", "City");

        assertThat(answers(response(fields, text("c", "", "Ost") + "," + text("b", "", "a@example.com"), "")))
                .containsExactly(entry("City", List.of("Ost")), entry("Email", List.of("a@example.com")));
    }

    @Test
    void hidden_field_that_the_page_did_not_fill_is_no_answer() {
        String fields = field("a", ULID, "Email");
        String answers = text("a", ULID, "a@example.com");

        for (String hidden : List.of("", "\"hidden\":null,", "\"hidden\":{\"utm_source\":\"\",\"email\":null},")) {
            assertThat(answers(response(fields, answers, hidden))).as(hidden).containsOnlyKeys("Email");
        }
    }

    @Test
    void partial_response_is_ignored() {
        String body = response(field("a", "email", "Email"), text("a", "email", "half@example.com"), "")
                .replace("\"form_response\",", "\"form_response_partial\",");

        ReceivedAnswers received = Samples.read(SenderType.TYPEFORM, body);

        assertThat(received.ignored()).contains("finished");
        assertThat(received.answers().names()).isEmpty();
        assertThat(received.eventId()).isNull();
    }

    @Test
    void every_type_of_answer_is_read() {
        String answers = """
                {"type": "file_url", "file_url": "https://files.example.com/plan.pdf", "field": {"ref": "plan"}},
                {"type": "payment", "payment": {"amount": "120.00", "success": true}, "field": {"ref": "deposit"}},
                {"type": "boolean", "boolean": false, "field": {"ref": "consent"}},
                {"type": "choices", "choices": {"ids": ["x1"], "labels": ["Oak"], "other": "Elm"}, "field": {"ref": "wood"}},
                {"type": "choice", "choice": {"id": "x2"}, "field": {"ref": "picture"}},
                {"type": "choice", "choice": {"other": "Ash"}, "field": {"ref": "frame"}},
                {"type": "phone_number", "phone_number": "+493023125147", "field": {"ref": "phone"}},
                {"type": "date", "date": "2026-12-01", "field": {"ref": "visit"}},
                {"type": "url", "url": "https://www.example.com", "field": {"ref": "site"}},
                {"type": "multi_format", "field": {"ref": "clip"}},
                {"type": "new", "new": {"url": "https://example.com"}, "field": {"ref": "later"}}""";

        ReceivedAnswers received = Samples.read(SenderType.TYPEFORM, response("", answers, ""));

        assertThat(Samples.map(received.answers()))
                .containsExactly(
                        entry("plan", List.of("https://files.example.com/plan.pdf")),
                        entry("deposit.amount", List.of("120.00")),
                        entry("deposit.success", List.of("true")),
                        entry("consent", List.of("false")),
                        entry("wood", List.of("Oak", "Elm")),
                        entry("picture", List.of("x2")),
                        entry("frame", List.of("Ash")),
                        entry("phone", List.of("+493023125147")),
                        entry("visit", List.of("2026-12-01")),
                        entry("site", List.of("https://www.example.com")),
                        entry("later.url", List.of("https://example.com")));
        assertThat(received.files()).isEqualTo(1);
    }

    @Test
    void score_is_an_answer_once() {
        assertThat(
                        answers(
                                response(
                                        "",
                                        "",
                                        "\"calculated\":{\"score\":7},\"variables\":[{\"key\":\"score\",\"type\":\"number\",\"number\":7}],")))
                .containsExactly(entry("score", List.of("7")));
        assertThat(answers(response("", "", "\"calculated\":{\"score\":7},"))).containsOnlyKeys("score");
    }

    private static Map<String, List<String>> answers(String body, String... asked) {
        return Samples.answers(SenderType.TYPEFORM, body, asked);
    }

    private static String response(String fields, String answers, String more) {
        return "{\"event_type\":\"form_response\",\"form_response\":{\"token\":\"t1\"," + more
                + "\"definition\":{\"fields\":[" + fields + "]},\"answers\":[" + answers + "]}}";
    }

    private static String field(String id, String ref, String title) {
        return "{\"id\":\"" + id + "\",\"ref\":\"" + ref + "\",\"type\":\"short_text\",\"title\":\"" + title + "\"}";
    }

    private static String text(String id, String ref, String text) {
        return "{\"type\":\"text\",\"text\":\"" + text + "\",\"field\":{\"id\":\"" + id + "\",\"ref\":\"" + ref
                + "\"}}";
    }
}
