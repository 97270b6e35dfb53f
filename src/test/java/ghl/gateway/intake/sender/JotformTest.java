package ghl.gateway.intake.sender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.fasterxml.jackson.databind.node.TextNode;
import ghl.gateway.form.definition.SenderType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JotformTest {

    @Test
    void upload_is_a_list_of_addresses_under_the_bare_name() {
        ReceivedAnswers received = read("""
                {"slug": "submit\\/2", "q3_email": "a@example.com", "event_id": "1_2_x", "temp_upload": {"q10_drawings": ["a.pdf#x"]},
                 "file_server": "jotformfs", "path": "\\/submit\\/2", "uploadServerUrl": "https://upload.example.com",
                 "drawings": ["https:\\/\\/files.example.com\\/a.pdf", "https:\\/\\/files.example.com\\/b.pdf"]}""");

        assertThat(Samples.map(received.answers()))
                .containsExactly(
                        entry("email", List.of("a@example.com")),
                        entry(
                                "drawings",
                                List.of("https://files.example.com/a.pdf", "https://files.example.com/b.pdf")));
        assertThat(received.files()).isEqualTo(2);
    }

    @Test
    void widget_answers_with_json_text() {
        assertThat(answers("""
                {"q6_consent": "{\\"widget_metadata\\": {\\"type\\": \\"consent\\"}, \\"country\\": \\"NL\\", \\"accepted\\": true}", "q7_rooms": "[{\\"Room\\": \\"Hall\\"}]"}"""))
                .containsExactly(
                        entry("consent.country", List.of("NL")),
                        entry("consent.accepted", List.of("true")),
                        entry("rooms.1.Room", List.of("Hall")));
    }

    @Test
    void other_is_one_more_choice() {
        assertThat(answers("""
                {"q5_services": {"0": "Tiling", "1": "Plumbing", "other": "Slate"}, "q6_only": {"other": "Slate"},
                 "q7_none": "", "q8_empty": [], "q9_email-2": "b@example.com"}"""))
                .containsExactly(
                        entry("services", List.of("Tiling", "Plumbing", "Slate")),
                        entry("only", List.of("Slate")),
                        entry("email-2", List.of("b@example.com")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"month\":\"11\",\"day\":\"4\",\"year\":\"2026\"|2026-11-04",
                "\"month\":\"11\",\"day\":\"4\",\"year\":\"2026\",\"timeInput\":\"09:30\",\"ampm\":\"PM\"|2026-11-04T21:30",
                "\"month\":\"11\",\"day\":\"4\",\"year\":\"2026\",\"hourSelect\":\"12\",\"minuteSelect\":\"05\",\"ampm\":\"AM\"|2026-11-04T00:05",
                "\"month\":\"\",\"day\":\"\",\"year\":\"2026\"|2026"
            })
    void date_is_iso_text(String parts, String expected) {
        assertThat(answers("{\"q5_visit\":{" + parts + "}}")).containsExactly(entry("visit", List.of(expected)));
        assertThat(answers("{\"q5_visit\":{" + parts + "}}", "visit.year")).containsKey("visit.year");
    }

    @Test
    void blank_date_is_no_answer() {
        assertThat(answers("{\"q5_visit\":{\"month\":\"\",\"day\":\"\",\"year\":\"\",\"ampm\":\"AM\"}}"))
                .isEmpty();
    }

    @Test
    void telephone_number_has_one_name_for_both_kinds_of_field() {
        String area = "{\"q5_phone\":{\"area\":\"212\",\"phone\":\"555-0147\"}}";
        String full = "{\"q5_phone\":{\"full\":\"(212) 555-0147\"}}";

        assertThat(answers(area)).containsExactly(entry("phone.full", List.of("212 555-0147")));
        assertThat(answers(full)).containsExactly(entry("phone.full", List.of("(212) 555-0147")));
        assertThat(answers(area, "phone")).containsExactly(entry("phone", List.of("212 555-0147")));
        assertThat(answers(full, "phone")).containsExactly(entry("phone", List.of("(212) 555-0147")));
        assertThat(answers(area, "phone.area")).containsOnlyKeys("phone.area", "phone.phone");
    }

    @Test
    void parts_are_answers_or_the_whole_that_is_asked_for() {
        String body = """
                {"q3_name": {"prefix": "Dr.", "first": "Zoë", "last": "O'Hara"},
                 "q4_home": {"addr_line1": "1 Kiln Row", "addr_line2": "", "city": "Ost", "state": "", "postal": "00001",
                  "country": "Malta"},
                 "q5_visit": {"date": "2026-11-24 09:30", "duration": "30", "timezone": "Europe/Berlin"}}""";

        assertThat(answers(body))
                .containsOnlyKeys(
                        "name.prefix",
                        "name.first",
                        "name.last",
                        "home.addr_line1",
                        "home.city",
                        "home.postal",
                        "home.country",
                        "visit.date",
                        "visit.duration",
                        "visit.timezone");
        assertThat(answers(body, "name", "home", "visit.date"))
                .containsEntry("name", List.of("Dr. Zoë O'Hara"))
                .containsEntry("home", List.of("1 Kiln Row Ost 00001 Malta"))
                .containsEntry("visit.date", List.of("2026-11-24 09:30"));
    }

    @Test
    void what_jotform_puts_around_the_answers_is_no_answer() {
        assertThat(answers("""
                {"slug": "submit\\/2", "jsExecutionTracker": "build-1=>init:2", "submitSource": "form", "buildDate": "1700762504",
                 "event_id": "1_2_x", "timeToSubmit": "24", "validatedNewRequiredFieldIDs": "{\\"new\\":1}",
                 "path": "\\/submit\\/2", "uploadServerUrl": "https://upload.example.com", "eventObserver": "1",
                 "visitedPages": {"1": "true"}, "q3_email": "a@example.com"}""")).containsOnlyKeys("email");
    }

    @Test
    void escapes_of_php_are_read() {
        assertThat(answers("""
                {"q4_message": "One\\r\\nTwo \\ud83d\\udd27 1\\/2", "q3_name": {"first": "Zo\\u00eb", "last": "O'Hara \\"Z\\""}}"""))
                .containsEntry("message", List.of("One\nTwo 🔧 1/2"))
                .containsEntry("name.last", List.of("O'Hara \"Z\""));
    }

    @Test
    void preview_is_ignored() {
        assertThat(read("{\"q3_email\":\"a@example.com\",\"preview\":\"true\"}").ignored())
                .contains("preview");
        assertThat(read("{\"q3_email\":\"a@example.com\",\"preview\":\"\"}").ignored())
                .isNull();
    }

    @Test
    void raw_request_may_be_json_in_json() {
        String body = "{\"submissionID\":6,\"rawRequest\":{\"q3_email\":\"a@example.com\"}}";

        assertThat(Samples.answers(SenderType.LINK, body)).containsOnlyKeys("email");
    }

    private static ReceivedAnswers read(String rawRequest, String... asked) {
        String body = "{\"submissionID\":\"6\",\"rawRequest\":" + TextNode.valueOf(rawRequest) + "}";
        return Samples.read(SenderType.JOTFORM, body, asked);
    }

    private static Map<String, List<String>> answers(String rawRequest, String... asked) {
        return Samples.map(read(rawRequest, asked).answers());
    }
}
