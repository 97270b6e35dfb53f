package ghl.gateway.intake.sender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import ghl.gateway.form.definition.SenderType;
import ghl.gateway.intake.body.RequestBody;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Form plug-ins of WordPress. Bodies with brackets in names are the same tree as the JSON here. */
class WordPressSendersTest {

    private static final String ELEMENTOR_END = "\nform_id=9de22fa\nform_name=New Form";

    private final Read elementor = Read.of(SenderType.ELEMENTOR);
    private final Read wpforms = Read.of(SenderType.WPFORMS);
    private final Read fluent = Read.of(SenderType.FLUENT_FORMS);
    private final Read contactForm7 = Read.of(SenderType.CONTACT_FORM_7);

    @Test
    void elementor_lines_of_its_own_are_no_answers() {
        ReceivedAnswers received = elementor.received(form("""
                Your Name=Tomo Berisha
                No Label email=tomo@example.com
                Topics=Roof, Gutter
                Date=24 November 2026
                Time=9:59
                Page URL=https://www.example.com/contact/
                User Agent=Mozilla/5.0 (X11)
                Remote IP=203.0.113.9
                Powered by=Elementor""" + ELEMENTOR_END));

        assertThat(Samples.map(received.answers()))
                .containsExactly(
                        entry("Your Name", List.of("Tomo Berisha")),
                        entry("email", List.of("tomo@example.com")),
                        entry("Topics", List.of("Roof, Gutter")));
        assertThat(received.context().pageUrl()).isEqualTo("https://www.example.com/contact/");
        assertThat(received.eventId()).isNull();
    }

    @Test
    void elementor_lines_are_known_by_value_in_any_language() {
        ReceivedAnswers received = elementor.received(form("""
                Name=Ilse
                Wunschzeit=10:30
                Datum=24. November 2026
                Uhrzeit=09:59
                Seiten-URL=https://www.example.com/
                Browser=Mozilla/5.0
                Entfernte IP=2001:db8:0:0:0:0:0:1
                Bereitgestellt von=Elementor""" + ELEMENTOR_END));

        assertThat(Samples.map(received.answers()))
                .containsExactly(entry("Name", List.of("Ilse")), entry("Wunschzeit", List.of("10:30")));
        assertThat(received.context().pageUrl()).isEqualTo("https://www.example.com/");
    }

    /** Elementor's lines can be switched off: then the last lines are the visitor's. */
    @Test
    void elementor_answers_that_look_like_its_own_lines_are_kept() {
        String last = "Website=https://www.example.com/\nDate=24 November 2026\nTime=9:30";

        assertThat(Samples.map(elementor
                        .received(form("Name=Ilse\n" + last + ELEMENTOR_END))
                        .answers()))
                .containsOnlyKeys("Name", "Website", "Date", "Time");
        assertThat(Samples.map(elementor
                        .asking("Date")
                        .received(form("Name=Ilse\n" + last + "\nRemote IP=203.0.113.9" + ELEMENTOR_END))
                        .answers()))
                .containsOnlyKeys("Name", "Date");
    }

    @Test
    void elementor_answer_that_mentions_a_year_is_kept() {
        String message = "Message=We bought the house in 2019 and the roof has leaked since";

        assertThat(Samples.map(elementor
                        .received(form("Name=Ilse\n" + message + "\nRemote IP=203.0.113.9" + ELEMENTOR_END))
                        .answers()))
                .containsOnlyKeys("Name", "Message");
    }

    @Test
    void elementor_name_without_label_may_be_asked_for_as_it_is() {
        String body = "No Label phone=1" + ELEMENTOR_END;

        assertThat(Samples.map(
                        elementor.asking("No Label phone").received(form(body)).answers()))
                .containsOnlyKeys("No Label phone");
    }

    @Test
    void elementor_advanced_data_is_named_by_title_or_id() {
        String body = """
                {"form": {"id": "9de22fa", "name": "New Form"}, "fields": {
                  "name": {"id": "name", "type": "text", "title": "Your Name", "value": "Tomo", "raw_value": "Tomo",
                    "required": "1"},
                  "email": {"id": "email", "type": "email", "title": "", "value": "tomo@example.com",
                    "raw_value": "tomo@example.com", "required": "1"},
                  "a": {"id": "a", "type": "text", "title": "Phone", "value": "", "raw_value": ""},
                  "b": {"id": "b", "type": "text", "title": "Phone", "value": "1", "raw_value": "1"},
                  "f_topics": {"id": "f_topics", "type": "checkbox", "title": "Topics", "value": "Roof, Gutter",
                    "raw_value": ["Roof", "Gutter"]},
                  "f_plan": {"id": "f_plan", "type": "upload", "title": "Plan",
                    "value": "https://example.com/a,b.pdf , https://example.com/c.pdf", "raw_value": "/srv/a , /srv/c"}},
                 "meta": {"page_url": {"title": "Seite", "value": "https://www.example.com/"},
                  "remote_ip": {"title": "IP", "value": "203.0.113.9"}}}""";

        ReceivedAnswers received = elementor.received(body);

        assertThat(Samples.map(received.answers()))
                .containsExactly(
                        entry("Your Name", List.of("Tomo")),
                        entry("email", List.of("tomo@example.com")),
                        entry("Phone (2)", List.of("1")),
                        entry("Topics", List.of("Roof", "Gutter")),
                        entry("Plan", List.of("https://example.com/a,b.pdf", "https://example.com/c.pdf")));
        assertThat(received.files()).isEqualTo(2);
        assertThat(received.context().pageUrl()).isEqualTo("https://www.example.com/");
        assertThat(elementor.asking("f_topics", "f_plan", "name").answers(body))
                .containsKeys("name", "email", "f_topics", "f_plan")
                .doesNotContainKeys("Your Name", "Topics", "Plan");
    }

    @Test
    void wpforms_lists_dates_and_files_are_understood() {
        ReceivedAnswers received = wpforms.received("""
                {"email":"ilse@example.com","services":"Tiling||Plumbing","unset":"",
                 "when":{"value":"11\\/24\\/2026 9:30 AM","unix":1795512600},
                 "plans":["https:\\/\\/example.com\\/a.pdf","https:\\/\\/example.com\\/b.pdf"]}""");

        assertThat(Samples.map(received.answers()))
                .containsExactly(
                        entry("email", List.of("ilse@example.com")),
                        entry("services", List.of("Tiling", "Plumbing")),
                        entry("when", List.of("11/24/2026 9:30 AM")),
                        entry("plans", List.of("https://example.com/a.pdf", "https://example.com/b.pdf")));
        assertThat(received.files()).isEqualTo(2);
    }

    @Test
    void wpforms_header_names_the_webhook_and_not_the_entry() {
        RequestBody request =
                Samples.request("{\"email\":\"a@example.com\"}", Samples.JSON, Map.of("x-wpforms-webhook-id", "7"));

        assertThat(wpforms.received(request).eventId()).isNull();
    }

    @Test
    void fluent_forms_own_data_is_no_answer() {
        String body = """
                {"names":{"first_name":"Nkem","last_name":"Adeyo"},"email":"nkem@example.com","checkbox":["Roof","Gutter"],
                 "file-upload":["https://files.example.com/a.jpg"],"utm_source":"flyer",
                 "__fluent_form_embded_post_id":"7","_fluentform_12_fluentformnonce":"0a1b","_wp_http_referer":"/contact",
                 "__submission":{"id":"%s","form_id":"12","ip":"203.0.113.9","source_url":"https://www.example.com/c",
                  "user_inputs":{"email":"nkem@example.com"}},"__order_items":[{"item_name":"Roof"}]}""";

        ReceivedAnswers received = fluent.received(body.formatted("91"));

        assertThat(Samples.map(received.answers()))
                .containsExactly(
                        entry("names.first_name", List.of("Nkem")),
                        entry("names.last_name", List.of("Adeyo")),
                        entry("email", List.of("nkem@example.com")),
                        entry("checkbox", List.of("Roof", "Gutter")),
                        entry("file-upload", List.of("https://files.example.com/a.jpg")),
                        entry("utm_source", List.of("flyer")));
        assertThat(received.files()).isEqualTo(1);
        assertThat(received.context().pageUrl()).isEqualTo("https://www.example.com/c");
        assertThat(received.context().utmSource()).isEqualTo("flyer");
        assertThat(received.eventId())
                .isEqualTo("91")
                .isEqualTo(fluent.received(body.formatted("91")).eventId())
                .isNotEqualTo(fluent.received(body.formatted("92")).eventId());
    }

    @Test
    void contact_form_7_upload_with_content_is_its_name() {
        ReceivedAnswers received = contactForm7.received("""
                {"email":"tomo@example.com","photo":[{"filename":"roof.jpg","content":"%s"}],"topics":["Roof"],"phone":"",
                 "plans":["https://example.com/a.pdf","https://example.com/b.pdf"],"acceptance-1":"1"}
                """.formatted("QUFB".repeat(20_000)));

        assertThat(Samples.map(received.answers()))
                .containsExactly(
                        entry("email", List.of("tomo@example.com")),
                        entry("photo", List.of("roof.jpg")),
                        entry("topics", List.of("Roof")),
                        entry("plans", List.of("https://example.com/a.pdf", "https://example.com/b.pdf")),
                        entry("acceptance-1", List.of("1")));
        assertThat(received.files()).isEqualTo(3);
    }

    @Test
    void contact_form_7_special_tags_are_no_answers() {
        ReceivedAnswers received = contactForm7.received("""
                {"your-name":"Tomo","_remote_ip":"203.0.113.9","_url":"https://www.example.com/c","_post_title":"Contact",
                 "_serial_number":"5"}""");

        assertThat(Samples.map(received.answers())).containsExactly(entry("your-name", List.of("Tomo")));
        assertThat(received.context().pageUrl()).isEqualTo("https://www.example.com/c");
        assertThat(contactForm7.asking("_serial_number").answers("{\"_serial_number\":\"5\"}"))
                .containsExactly(entry("_serial_number", List.of("5")));
    }

    /** @param lines name=value, unencoded */
    private static RequestBody form(String lines) {
        String body = Stream.of(lines.split("\n"))
                .map(line -> line.split("=", 2))
                .map(line -> encoded(line[0]) + "=" + encoded(line[1]))
                .collect(Collectors.joining("&"));
        return Samples.request(body, "application/x-www-form-urlencoded");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
