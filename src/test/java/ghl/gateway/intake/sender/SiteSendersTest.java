package ghl.gateway.intake.sender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import ghl.gateway.form.definition.SenderType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Site builders, form back ends and form builders. */
class SiteSendersTest {

    private final Read framer = Read.of(SenderType.FRAMER);
    private final Read formspree = Read.of(SenderType.FORMSPREE);
    private final Read netlify = Read.of(SenderType.NETLIFY);
    private final Read fillout = Read.of(SenderType.FILLOUT);
    private final Read paperform = Read.of(SenderType.PAPERFORM);
    private final Read cognito = Read.of(SenderType.COGNITO);

    @Test
    void framer_header_is_the_event_id() {
        ReceivedAnswers received = framer.received(Samples.request(
                "{\"Name\":\"Ilse Quandt\",\"Newsletter\":\"on\",\"Budget\":\"\"}",
                Samples.JSON,
                Map.of("framer-webhook-submission-id", "7d0c1c2e-0000-4000-8000-0000000000f1")));

        assertThat(Samples.map(received.answers()))
                .containsExactly(entry("Name", List.of("Ilse Quandt")), entry("Newsletter", List.of("on")));
        assertThat(received.eventId()).isEqualTo("7d0c1c2e-0000-4000-8000-0000000000f1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"form\":\"f\",\"submission\":%s,\"keys\":[\"email\"]}", "%s"})
    void formspree_is_read_nested_and_flat(String body) {
        ReceivedAnswers received = formspree.received(body.formatted("""
                {"email":"ilse@example.com","_replyto":"reply@example.com","utm_source":"flyer","_date":"2026-11-24",
                 "_subject":"Hello"}"""));

        assertThat(Samples.map(received.answers()))
                .containsExactly(
                        entry("email", List.of("ilse@example.com")),
                        entry("_replyto", List.of("reply@example.com")),
                        entry("utm_source", List.of("flyer")));
        assertThat(received.context().utmSource()).isEqualTo("flyer");
        assertThat(received.eventId()).isNull();
    }

    @Test
    void formspree_reply_address_that_repeats_a_field_is_no_answer() {
        assertThat(formspree.answers("{\"email\":\"ilse@example.com\",\"_replyto\":\"ilse@example.com\"}"))
                .containsOnlyKeys("email");
    }

    @Test
    void cognito_is_recognized_by_the_forms_name() {
        assertThat(Senders.guess(Samples.request(
                        "{\"Form\":{\"Name\":\"Callback\"},\"Email\":\"a@example.com\",\"Entry\":{\"Number\":1}}",
                        Samples.JSON)))
                .isEqualTo(SenderType.COGNITO);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "{\"payload\":%s,\"site\":{\"id\":\"s\"}}"})
    void netlify_answers_are_read_once(String wrapper) {
        String body = wrapper.formatted("""
                {"number":7,"email":"ilse@example.com","name":"Ilse Quandt","company":null,"summary":"Hello","body":"Hello",
                 "data":{"name":"Ilse Quandt","email":"ilse@example.com","message":"Hello","bot-field":"",
                  "plan":{"filename":"a.pdf","type":"application/pdf","size":5,"url":"https://example.com/a.pdf"},
                  "ip":"203.0.113.9","user_agent":"Mozilla/5.0","referrer":"https://www.example.com/contact"},
                 "human_fields":{"Name":"Ilse Quandt","Email":"ilse@example.com","Message":"Hello"},
                 "ordered_human_fields":[{"title":"Name","name":"name","value":"Ilse Quandt"},
                  {"title":"Your message","name":"message","value":"Hello"}],
                 "id":"nl-0001","form_id":"f","site_url":"https://www.example.com","form_name":"contact"}""");

        ReceivedAnswers received = netlify.received(body);

        assertThat(Samples.map(received.answers()))
                .containsExactly(
                        entry("Name", List.of("Ilse Quandt")),
                        entry("email", List.of("ilse@example.com")),
                        entry("Your message", List.of("Hello")),
                        entry("plan", List.of("https://example.com/a.pdf")));
        assertThat(received.context().pageUrl()).isEqualTo("https://www.example.com/contact");
        assertThat(received.eventId()).isEqualTo("nl-0001");
        assertThat(received.files()).isEqualTo(1);
        assertThat(netlify.asking("message").answers(body)).containsEntry("message", List.of("Hello"));
    }

    @Test
    void fillout_names_do_not_depend_on_what_was_answered() {
        String body = """
                {"formId":"m5q5","formName":"Callback","submission":{"submissionId":"fo-0001","questions":[
                  {"id":"q1","name":"What's your name?","type":"ShortAnswer","value":"Tomo Berisha"},
                  {"id":"q2","name":"Email","type":"EmailInput","value":"tomo@example.com"},
                  {"id":"q3","name":"Phone","type":"PhoneNumber"},
                  {"id":"q4","name":"Phone","type":"PhoneNumber","value":"+12125550147"},
                  {"id":"q5","name":"","type":"ShortAnswer","value":"no title"},
                  {"id":"q6","name":"Files","type":"FileUpload","value":[
                    {"url":"https://example.com/a.pdf","filename":"a.pdf"},
                    {"url":"https://example.com/b.pdf","filename":"b.pdf"}]},
                  {"id":"q7","name":"Address","type":"Address","value":{"city":"Ost","zipCode":"00001"}}],
                 "calculations":[{"id":"c1","name":"price","type":"number","value":"12.50"}],
                 "urlParameters":[{"id":"utm_source","name":"utm_source","value":"flyer"}],
                 "scheduling":[{"id":"s1","name":"Call","value":{"fullName":"Tomo Berisha","email":"tomo@example.com",
                   "eventStartTime":"2026-11-25T09:00:00Z","scheduledUserEmail":"host@example.com"}}],
                 "payments":[{"id":"p1","name":"Deposit","value":{"paymentId":"pi","totalAmount":12.50,"currency":"EUR"}}]}}
                """;

        ReceivedAnswers received = fillout.received(body);

        assertThat(Samples.map(received.answers()))
                .containsExactly(
                        entry("What's your name?", List.of("Tomo Berisha")),
                        entry("Email", List.of("tomo@example.com")),
                        entry("Phone (2)", List.of("+12125550147")),
                        entry("q5", List.of("no title")),
                        entry("Files", List.of("https://example.com/a.pdf", "https://example.com/b.pdf")),
                        entry("Address.city", List.of("Ost")),
                        entry("Address.zipCode", List.of("00001")),
                        entry("Call.fullName", List.of("Tomo Berisha")),
                        entry("Call.email", List.of("tomo@example.com")),
                        entry("Call.eventStartTime", List.of("2026-11-25T09:00:00Z")),
                        entry("Deposit.totalAmount", List.of("12.50")),
                        entry("Deposit.currency", List.of("EUR")),
                        entry("price", List.of("12.50")),
                        entry("utm_source", List.of("flyer")));
        assertThat(received.eventId()).isEqualTo("fo-0001");
        assertThat(received.files()).isEqualTo(2);
        assertThat(received.context().utmSource()).isEqualTo("flyer");
        assertThat(fillout.asking("q1").answers(body)).containsEntry("q1", List.of("Tomo Berisha"));
    }

    @Test
    void fillout_body_of_the_owners_choice_is_flattened() {
        assertThat(fillout.answers("{\"lead\":{\"email\":\"tomo@example.com\"}}"))
                .containsExactly(entry("lead.email", List.of("tomo@example.com")));
    }

    @Test
    void paperform_answers_are_named_by_key_or_title() {
        String body = """
                {"data":[{"title":"Email","type":"email","key":"f8","custom_key":"mail","value":"ilse@example.com"},
                  {"title":"Phone","type":"phone","key":"al","custom_key":null,"value":null},
                  {"title":"Phone","type":"phone","key":"am","custom_key":null,"value":"1"}],
                 "submission_id":"pf-1","form_id":"5","ip_address":"203.0.113.9","charge":{"amount":5},"trigger":"submission",
                 "device":{"url":"https://callback.example.com/","utm_source":"flyer","type":"desktop"}}""";

        ReceivedAnswers received = paperform.received(body);

        assertThat(Samples.map(received.answers()))
                .containsExactly(
                        entry("mail", List.of("ilse@example.com")),
                        entry("Phone (2)", List.of("1")),
                        entry("utm_source", List.of("flyer")));
        assertThat(received.eventId()).isEqualTo("pf-1");
        assertThat(received.context().pageUrl()).isEqualTo("https://callback.example.com/");
        assertThat(paperform.asking("Email", "am").answers(body)).containsKeys("Email", "am");
        assertThat(paperform
                        .received(body.replace("\"trigger\":\"submission\"", "\"trigger\":\"partial_submission\""))
                        .ignored())
                .isNotBlank();
    }

    @Test
    void cognito_parts_are_nested_and_data_about_the_entry_is_no_answer() {
        String body = """
                {"Form":{"Id":"7","InternalName":"Callback","Name":"Callback"},"$version":7,
                 "Name":{"First":"Nkem","Last":"Adeyo","FirstAndLast":"Nkem Adeyo"},"Email":"%s",
                 "Address":{"Line1":"1 Kiln Row","City":"Ost","FullAddress":"1 Kiln Row, Ost"},"Services":["Roof","Gutter"],
                 "Photo":[{"Id":"F-1","Name":"roof.jpg","Size":5,"File":"https://files.example.com/f/1?expires=1800"}],
                 "Agree":true,"Id":"7-21","Entry":{"Number":21,"Status":"Submitted","AdminLink":"https://example.com/21"}}""";

        ReceivedAnswers received = cognito.received(body.formatted("nkem@example.com"));

        assertThat(Samples.map(received.answers()))
                .containsExactly(
                        entry("Name.First", List.of("Nkem")),
                        entry("Name.Last", List.of("Adeyo")),
                        entry("Email", List.of("nkem@example.com")),
                        entry("Address.Line1", List.of("1 Kiln Row")),
                        entry("Address.City", List.of("Ost")),
                        entry("Services", List.of("Roof", "Gutter")),
                        entry("Photo", List.of("https://files.example.com/f/1?expires=1800")),
                        entry("Agree", List.of("true")));
        assertThat(received.files()).isEqualTo(1);
        assertThat(received.eventId()).isEqualTo("7-21");
        assertThat(received.digest())
                .isEqualTo(cognito.received(body.formatted("nkem@example.com")).digest())
                .isNotEqualTo(
                        cognito.received(body.formatted("new@example.com")).digest());
        assertThat(cognito.asking("Name.FirstAndLast").answers(body.formatted("a@example.com")))
                .containsEntry("Name.FirstAndLast", List.of("Nkem Adeyo"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"newsletter", "Newsletter", "news-letter", "1. Newsletter?"})
    void fillout_address_of_the_page_does_not_answer_a_question(String parameter) {
        String body = """
                {"submission":{"submissionId":"fo-1","questions":[{"id":"q1","name":"1. Newsletter","value":null},
                  {"id":"q2","name":"Name","value":"Ada"},{"id":"q3","name":"utm_source","value":"typed"}],
                 "calculations":[{"name":"price","value":"12"}],
                 "urlParameters":[{"name":"%s","value":"yes"},{"name":"name","value":"Mallory"},{"name":"price","value":"1"},
                  {"name":"utm_source","value":"flyer"}]}}""".formatted(parameter);

        assertThat(fillout.asking("Newsletter").answers(body))
                .containsExactly(
                        entry("Name", List.of("Ada")),
                        entry("utm_source", List.of("typed")),
                        entry("price", List.of("12")),
                        entry("hidden." + parameter, List.of("yes")),
                        entry("hidden.name", List.of("Mallory")),
                        entry("hidden.price", List.of("1")),
                        entry("hidden.utm_source", List.of("flyer")));
    }

    @Test
    void fillout_payment_is_an_answer_of_any_shape() {
        String body = """
                {"submission":{"submissionId":"fo-1","questions":[],"payments":[{"id":"p1","name":"Deposit","value":{
                  "paymentId":"pi","stripePaymentUrl":"https://pay.example.com","totalAmount":12.5,"currency":"EUR",
                  "status":"paid"}},{"id":"p2","name":"Tip","value":"3"}]}}""";

        assertThat(fillout.answers(body))
                .containsExactly(
                        entry("Deposit.totalAmount", List.of("12.5")),
                        entry("Deposit.currency", List.of("EUR")),
                        entry("Deposit.status", List.of("paid")),
                        entry("Tip", List.of("3")));
        assertThat(fillout.asking("Deposit").answers(body)).containsEntry("Deposit", List.of("12.5"));
    }

    @Test
    void paperform_campaign_of_the_page_does_not_change_a_question() {
        assertThat(paperform.answers("""
                {"data":[{"title":"Source","key":"f8","custom_key":"utm_source","value":"typed"}],"submission_id":"pf-1",
                 "device":{"utm_source":"flyer"}}"""))
                .containsExactly(entry("utm_source", List.of("typed")), entry("hidden.utm_source", List.of("flyer")));
    }

    @Test
    void cognito_whole_that_the_form_asks_for_is_joined_from_its_parts() {
        String body = """
                {"Form":{"Id":"7","Name":"Callback"},"Id":"7-1","Entry":{"Number":1},
                 "Name":{"First":"Eva","Last":"Ng","FirstAndLast":"Eva Ng"},
                 "Address":{"Line1":"1 Kiln Row","City":"Ost","PostalCode":"00001","FullAddress":"1 Kiln Row, Ost 00001",
                  "StreetAddress":"1 Kiln Row"}}""";

        assertThat(cognito.asking("name", "address").answers(body))
                .containsExactly(entry("Name", List.of("Eva Ng")), entry("Address", List.of("1 Kiln Row Ost 00001")));
        assertThat(cognito.asking("name").received(body).digest())
                .isEqualTo(cognito.received(body).digest());
    }
}
