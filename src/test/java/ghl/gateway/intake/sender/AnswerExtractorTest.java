package ghl.gateway.intake.sender;

import static ghl.gateway.intake.sender.Samples.json;
import static ghl.gateway.intake.sender.Samples.map;
import static ghl.gateway.intake.sender.Samples.multipart;
import static ghl.gateway.intake.sender.Samples.posted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import ghl.gateway.form.answer.Answers;
import ghl.gateway.form.definition.SenderType;
import ghl.gateway.intake.body.MalformedBodyException;
import ghl.gateway.intake.body.RequestBody;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerExtractorTest {

    private static final String FORM = "application/x-www-form-urlencoded";

    @Test
    void an_endless_name_of_an_event_still_tells_a_repeat() {
        String id = "evt_" + "x".repeat(1_000);

        String key = ReceivedAnswers.of(Answers.builder().build(), id).eventId();

        assertThat(key)
                .hasSizeLessThan(200)
                .isEqualTo(ReceivedAnswers.of(Answers.builder().build(), id).eventId());
        assertThat(ReceivedAnswers.of(Answers.builder().build(), id + "y").eventId())
                .isNotEqualTo(key);
    }

    @Test
    void typeform_answers_go_by_ref_or_title() {
        ReceivedAnswers flat = flatten(SenderType.TYPEFORM, json("typeform.json"));

        assertThat(map(flat.answers()))
                .containsExactly(
                        entry("first_name", List.of("Zoë")),
                        entry("Where can we write to you?", List.of("zoe@example.com")),
                        entry("interests", List.of("Worktop", "Island", "A bench")),
                        entry("How urgent is it?", List.of("4")),
                        entry("newsletter", List.of("true")),
                        entry("size", List.of("Up to 3 m")),
                        entry("utm_source", List.of("newsletter")),
                        entry("score", List.of("7")));
        assertThat(flat.eventId()).isEqualTo("q7wn2v5c8xkq7wn9p0d4t1ab");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e1500000000", "1e-1500000000", "-7E+2147483647", "1e101"})
    void a_number_that_would_fill_the_memory_keeps_its_exponent(String number) {
        ReceivedAnswers flat =
                flatten(SenderType.LINK, posted("{\"n\":" + number + ",\"list\":[" + number + "]}", Samples.JSON));

        assertThat(map(flat.answers())).containsOnlyKeys("n", "list");
        assertThat(map(flat.answers()).get("n").get(0)).hasSizeLessThan(20).containsIgnoringCase("e");
    }

    @Test
    void a_number_of_people_is_written_out() {
        ReceivedAnswers flat =
                flatten(SenderType.LINK, posted("{\"a\":1.10,\"b\":1e3,\"c\":0.00000001}", Samples.JSON));

        assertThat(map(flat.answers()))
                .containsExactly(
                        entry("a", List.of("1.10")), entry("b", List.of("1000")), entry("c", List.of("0.00000001")));
    }

    @Test
    void tally_answers_go_by_label_and_options_by_their_texts() {
        ReceivedAnswers flat = flatten(SenderType.TALLY, json("tally.json"));

        assertThat(map(flat.answers()))
                .containsEntry("Name", List.of("Otis Bell"))
                .containsEntry("What broke?", List.of("The boiler"))
                .containsEntry("When are you in?", List.of("Mornings", "Evenings"))
                .containsEntry("Photo.1.url", List.of("https://files.example.com/boiler.jpg"))
                .doesNotContainKeys("Phone", "When are you in? (Mornings)", "When are you in? (Noon)");
        assertThat(flat.eventId()).isEqualTo("2wgx4n");
    }

    @Test
    void jotform_answers_lose_their_numbers_and_nothing_else_of_its_page_comes_along() {
        ReceivedAnswers flat = flatten(SenderType.JOTFORM, jotform(Samples.text("jotform-raw-request.json")));

        assertThat(map(flat.answers()))
                .containsExactly(
                        entry("name.first", List.of("Rosa")),
                        entry("name.last", List.of("Okafor")),
                        entry("email", List.of("rosa@example.com")),
                        entry("phoneNumber.full", List.of("(212) 555-0147")),
                        entry("services", List.of("Tiling", "Plumbing")));
    }

    @Test
    void an_edited_entry_is_another_event_and_a_repeated_one_is_not() {
        String first = flatten(SenderType.JOTFORM, jotform("{\"q4_email\":\"a@example.com\"}"))
                .eventId();

        assertThat(first).startsWith("5712345678901234567-");
        assertThat(flatten(SenderType.JOTFORM, jotform("{\"q4_email\":\"a@example.com\"}"))
                        .eventId())
                .isEqualTo(first);
        assertThat(flatten(SenderType.JOTFORM, jotform("{\"q4_email\":\"b@example.com\"}"))
                        .eventId())
                .isNotEqualTo(first);
    }

    @Test
    void webflow_answers_go_by_field_name_in_both_versions_of_its_api() {
        ReceivedAnswers flat = flatten(SenderType.WEBFLOW, json("webflow.json"));

        assertThat(map(flat.answers()))
                .containsExactly(
                        entry("First Name", List.of("Imani")),
                        entry("Email", List.of("imani@example.com")),
                        entry("Topics", List.of("kitchens", "baths")));
        assertThat(flat.eventId()).isEqualTo("6543c8f1a2b3c4d5e6f70819");

        String older = "{\"name\":\"Newsletter\",\"data\":{\"Email\":\"i@example.com\"},\"_id\":\"58022\"}";
        assertThat(flatten(SenderType.WEBFLOW, posted(older, Samples.JSON)).eventId())
                .isEqualTo("58022");
    }

    @Test
    void gravity_forms_is_read_as_json_and_as_a_form() {
        ReceivedAnswers all = flatten(SenderType.GRAVITY_FORMS, json("gravity-forms-all-fields.json"));
        ReceivedAnswers form = flatten(
                SenderType.GRAVITY_FORMS,
                posted("id=412&form_id=3&1.3=Noor&1.6=Haddad&2=noor%40example.com&5=We+need+a+plumber.", FORM));

        assertThat(map(all.answers()))
                .containsExactly(
                        entry("1.3", List.of("Noor")),
                        entry("1.6", List.of("Haddad")),
                        entry("2", List.of("noor@example.com")),
                        entry("5", List.of("We need a plumber.")));
        assertThat(map(form.answers())).isEqualTo(map(all.answers()));
        assertThat(form.eventId()).isEqualTo(all.eventId()).startsWith("412-");
    }

    @Test
    void standard_webhooks_answers_are_the_data() {
        ReceivedAnswers flat = flatten(
                SenderType.STANDARD_WEBHOOKS,
                posted(Samples.text("standard-webhooks.json"), Samples.JSON, Map.of("webhook-id", "msg_1")));

        assertThat(map(flat.answers()))
                .containsExactly(
                        entry("name", List.of("Per Lund")),
                        entry("contact.email", List.of("per@example.com")),
                        entry("Colour", List.of("green")),
                        entry("Sizes", List.of("S", "M")),
                        entry("Colour (2)", List.of("blue")),
                        entry("price", List.of("1.10")));
        assertThat(flat.eventId()).isEqualTo("msg_1");
    }

    @Test
    void a_form_with_a_file_keeps_the_files_name() {
        ReceivedAnswers flat = flatten(SenderType.PUBLIC, multipart(Map.of("name", "Ärger & Söhne")));

        assertThat(map(flat.answers()))
                .containsExactly(entry("name", List.of("Ärger & Söhne")), entry("photo", List.of("roof.jpg")));
    }

    @Test
    void a_urlencoded_form_keeps_several_values_of_a_name() {
        ReceivedAnswers flat = flatten(SenderType.PUBLIC, posted("a=1&b=x%20y;z&a=2&c=", FORM));

        assertThat(map(flat.answers())).containsExactly(entry("a", List.of("1", "2")), entry("b", List.of("x y;z")));
        assertThat(flat.eventId()).isNull();
    }

    @ParameterizedTest
    @EnumSource(SenderType.class)
    void what_is_no_body_of_the_sender_is_said_to_be_none(SenderType type) {
        List.of("[1]", "{\"a\":", "\u0000", "--b0undary", "nonsense", "[".repeat(5000))
                .forEach(body -> {
                    assertThatThrownBy(() -> flatten(type, posted(body, Samples.JSON)))
                            .as(body)
                            .isInstanceOf(MalformedBodyException.class);
                    assertThatThrownBy(() -> flatten(type, posted(body, "multipart/form-data; boundary=b0undary")))
                            .as(body)
                            .isInstanceOf(MalformedBodyException.class);
                    assertThatThrownBy(() -> flatten(type, posted(body, "text/plain")))
                            .as(body)
                            .isInstanceOf(MalformedBodyException.class);
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "multipart/form-data",
                "multipart/form-data; boundary=",
                "multipart/form-data; boundary=another",
                "multipart/form-data; charset=nope; boundary=q"
            })
    void a_form_whose_content_type_does_not_fit_is_said_to_be_broken(String contentType) {
        String body = "--q\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--q--\r\n";

        assertThatThrownBy(() -> flatten(SenderType.LINK, posted(body, contentType)))
                .isInstanceOf(MalformedBodyException.class)
                .hasMessageContaining("boundary");
    }

    @Test
    void long_names_do_not_multiply() {
        StringBuilder body = new StringBuilder("{\"" + "k".repeat(40_000) + "\":{");
        for (int field = 0; field < 50_000; field++) {
            body.append(field == 0 ? "" : ",").append('"').append(field).append("\":1");
        }

        ReceivedAnswers flat = flatten(SenderType.LINK, posted(body + "}}", Samples.JSON));

        assertThat(flat.answers().names()).allMatch(name -> name.length() <= 200);
        assertThat(flat.answers().names()).hasSizeLessThanOrEqualTo(200);
    }

    private static RequestBody jotform(String rawRequest) {
        return multipart(Map.of(
                "formID",
                "233456789012345",
                "submissionID",
                "5712345678901234567",
                "formTitle",
                "Ask us",
                "rawRequest",
                rawRequest));
    }

    private static ReceivedAnswers flatten(SenderType type, RequestBody posted) {
        return Senders.flattener(type).flatten(posted);
    }
}
