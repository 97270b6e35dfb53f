package ghl.gateway.intake.sender;

import static ghl.gateway.intake.sender.Samples.json;
import static ghl.gateway.intake.sender.Samples.map;
import static ghl.gateway.intake.sender.Samples.multipart;
import static ghl.gateway.intake.sender.Samples.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import ghl.gateway.form.answer.Answers;
import ghl.gateway.form.definition.Questions;
import ghl.gateway.form.definition.SenderType;
import ghl.gateway.intake.body.MalformedBodyException;
import ghl.gateway.intake.body.RequestBody;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SendersTest {

    private static final String FORM = "application/x-www-form-urlencoded";

    @Test
    void long_event_id_still_identifies_a_repeat() {
        String id = "evt_" + "x".repeat(1_000);

        String key = withId(id).eventId();

        assertThat(key).hasSizeLessThan(200).isEqualTo(withId(id).eventId());
        assertThat(withId(id + "y").eventId()).isNotEqualTo(key);
    }

    @Test
    void typeform_answers_are_named_by_ref_or_title() {
        ReceivedAnswers received = extract(SenderType.TYPEFORM, json("typeform.json"));

        assertThat(map(received.answers()))
                .containsExactly(
                        entry("first_name", List.of("Zoë")),
                        entry("Where can we write to you?", List.of("zoe@example.com")),
                        entry("interests", List.of("Worktop", "Island", "A bench")),
                        entry("How urgent is it?", List.of("4")),
                        entry("newsletter", List.of("true")),
                        entry("size", List.of("Up to 3 m")),
                        entry("score", List.of("7")),
                        entry("utm_source", List.of("newsletter")));
        assertThat(received.eventId()).isEqualTo("q7wn2v5c8xkq7wn9p0d4t1ab");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e1500000000", "1e-1500000000", "-7E+2147483647", "1e101"})
    void number_with_huge_exponent_keeps_it(String number) {
        ReceivedAnswers received =
                extract(SenderType.LINK, request("{\"n\":" + number + ",\"list\":[" + number + "]}", Samples.JSON));

        assertThat(map(received.answers())).containsOnlyKeys("n", "list");
        assertThat(map(received.answers()).get("n").get(0)).hasSizeLessThan(20).containsIgnoringCase("e");
    }

    @Test
    void ordinary_number_is_written_out() {
        ReceivedAnswers received =
                extract(SenderType.LINK, request("{\"a\":1.10,\"b\":1e3,\"c\":0.00000001}", Samples.JSON));

        assertThat(map(received.answers()))
                .containsExactly(
                        entry("a", List.of("1.10")), entry("b", List.of("1000")), entry("c", List.of("0.00000001")));
    }

    @Test
    void tally_answers_are_named_by_label_with_option_texts() {
        ReceivedAnswers received = extract(SenderType.TALLY, json("tally.json"));

        assertThat(map(received.answers()))
                .containsEntry("Name", List.of("Otis Bell"))
                .containsEntry("What broke?", List.of("The boiler"))
                .containsEntry("When are you in?", List.of("Mornings", "Evenings"))
                .containsEntry("Photo", List.of("https://files.example.com/boiler.jpg"))
                .doesNotContainKeys("Phone", "When are you in? (Mornings)", "When are you in? (Noon)");
        assertThat(received.files()).isEqualTo(1);
        assertThat(received.eventId()).isEqualTo("2wgx4n");
    }

    @Test
    void jotform_answers_lose_their_number_prefix_and_other_data_is_skipped() {
        ReceivedAnswers received = extract(SenderType.JOTFORM, jotform(Samples.text("jotform-raw-request.json")));

        assertThat(map(received.answers()))
                .containsExactly(
                        entry("name.first", List.of("Rosa")),
                        entry("name.last", List.of("Okafor")),
                        entry("email", List.of("rosa@example.com")),
                        entry("phoneNumber.full", List.of("(212) 555-0147")),
                        entry("services", List.of("Tiling", "Plumbing")));
    }

    @Test
    void edited_entry_is_a_new_event_and_repeated_entry_is_not() {
        ReceivedAnswers first = extract(SenderType.JOTFORM, jotform("{\"q4_email\":\"a@example.com\"}"));

        assertThat(first.eventId()).isEqualTo("5712345678901234567");
        assertThat(extract(SenderType.JOTFORM, jotform("{\"q4_email\":\"a@example.com\"}")))
                .isEqualToComparingOnlyGivenFields(first, "eventId", "digest");
        assertThat(extract(SenderType.JOTFORM, jotform("{\"q4_email\":\"b@example.com\"}"))
                        .digest())
                .isNotEqualTo(first.digest());
    }

    @Test
    void webflow_answers_are_named_by_field_in_both_api_versions() {
        ReceivedAnswers received = extract(SenderType.WEBFLOW, json("webflow.json"));

        assertThat(map(received.answers()))
                .containsExactly(
                        entry("First Name", List.of("Imani")),
                        entry("Email", List.of("imani@example.com")),
                        entry("Topics", List.of("kitchens", "baths")));
        assertThat(received.eventId()).isEqualTo("6543c8f1a2b3c4d5e6f70819");

        String older = "{\"name\":\"Newsletter\",\"data\":{\"Email\":\"i@example.com\"},\"_id\":\"58022\"}";
        assertThat(extract(SenderType.WEBFLOW, request(older, Samples.JSON)).eventId())
                .isEqualTo("58022");
    }

    @Test
    void gravity_forms_is_read_as_json_and_as_form_fields() {
        ReceivedAnswers all = extract(SenderType.GRAVITY_FORMS, json("gravity-forms-all-fields.json"));
        ReceivedAnswers form = extract(
                SenderType.GRAVITY_FORMS,
                request("id=412&form_id=3&1.3=Noor&1.6=Haddad&2=noor%40example.com&5=We+need+a+plumber.", FORM));

        assertThat(map(all.answers()))
                .containsExactly(
                        entry("1.3", List.of("Noor")),
                        entry("1.6", List.of("Haddad")),
                        entry("2", List.of("noor@example.com")),
                        entry("5", List.of("We need a plumber.")));
        assertThat(map(form.answers())).isEqualTo(map(all.answers()));
        assertThat(form.eventId()).isEqualTo(all.eventId()).isEqualTo("412");
    }

    @Test
    void standard_webhooks_answers_come_from_data() {
        ReceivedAnswers received = extract(
                SenderType.STANDARD_WEBHOOKS,
                request(Samples.text("standard-webhooks.json"), Samples.JSON, Map.of("webhook-id", "msg_1")));

        assertThat(map(received.answers()))
                .containsExactly(
                        entry("name", List.of("Per Lund")),
                        entry("contact.email", List.of("per@example.com")),
                        entry("Colour", List.of("green")),
                        entry("Sizes", List.of("S", "M")),
                        entry("Colour (2)", List.of("blue")),
                        entry("price", List.of("1.10")));
        assertThat(received.eventId()).isEqualTo("msg_1");
    }

    @Test
    void uploaded_file_is_kept_as_its_name() {
        ReceivedAnswers received = extract(SenderType.PUBLIC, multipart(Map.of("name", "Ärger & Söhne")));

        assertThat(map(received.answers()))
                .containsExactly(entry("name", List.of("Ärger & Söhne")), entry("photo", List.of("roof.jpg")));
    }

    @Test
    void urlencoded_form_keeps_repeated_values() {
        ReceivedAnswers received = extract(SenderType.PUBLIC, request("a=1&b=x%20y;z&a=2&c=", FORM));

        assertThat(map(received.answers()))
                .containsExactly(entry("a", List.of("1", "2")), entry("b", List.of("x y;z")));
        assertThat(received.eventId()).isNull();
    }

    @ParameterizedTest
    @EnumSource(SenderType.class)
    void body_in_another_format_is_malformed(SenderType type) {
        List.of("{\"a\":", "\u0000", "--b0undary", "nonsense", "[".repeat(5000)).forEach(body -> {
            assertThatThrownBy(() -> extract(type, request(body, Samples.JSON)))
                    .as(body)
                    .isInstanceOf(MalformedBodyException.class);
            assertThatThrownBy(() -> extract(type, request(body, "multipart/form-data; boundary=b0undary")))
                    .as(body)
                    .isInstanceOf(MalformedBodyException.class);
            assertThatThrownBy(() -> extract(type, request(body, "text/plain")))
                    .as(body)
                    .isInstanceOf(MalformedBodyException.class);
        });
    }

    @Test
    void long_names_are_truncated() {
        StringBuilder body = new StringBuilder("{\"" + "k".repeat(40_000) + "\":{");
        for (int field = 0; field < 5_000; field++) {
            body.append(field == 0 ? "" : ",").append('"').append(field).append("\":1");
        }

        ReceivedAnswers received = extract(SenderType.LINK, request(body + "}}", Samples.JSON));

        assertThat(received.answers().names()).allMatch(name -> name.length() <= Answers.MAX_NAME_LENGTH);
        assertThat(received.answers().names()).hasSizeLessThanOrEqualTo(200);
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

    private static ReceivedAnswers withId(String id) {
        return new AnswerList(Questions.NONE).received(id);
    }

    private static ReceivedAnswers extract(SenderType type, RequestBody request) {
        return Senders.read(type, request, Questions.NONE);
    }
}
