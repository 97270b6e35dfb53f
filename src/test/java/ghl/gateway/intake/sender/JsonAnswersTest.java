package ghl.gateway.intake.sender;

import static ghl.gateway.intake.sender.Samples.answers;
import static ghl.gateway.intake.sender.Samples.asking;
import static ghl.gateway.intake.sender.Samples.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import ghl.gateway.form.definition.SenderType;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON of any structure, as a link receives it. */
class JsonAnswersTest {

    private static final String TOKENS = """
            {"HandshakeKey": "s3cret", "google_key": "s3cret", "g-recaptcha-response": "03A", "csrf_token": "x", "a": "b",
             "Is the captcha easy?": "no"}""";

    @Test
    void map_of_booleans_has_what_is_checked_where_the_form_asks_for_the_question() {
        String body = "{\"topics\":{\"Roof\":true,\"Gutter\":false},\"newsletter\":{\"accepted\":true}}";

        assertThat(Samples.answers(SenderType.LINK, body, "topics", "newsletter"))
                .containsOnly(Map.entry("topics", List.of("Roof")), Map.entry("newsletter", List.of("true")));
        assertThat(Samples.answers(SenderType.LINK, body))
                .containsOnlyKeys("topics.Roof", "topics.Gutter", "newsletter.accepted");
    }

    @Test
    void list_of_one_is_its_value() {
        assertThat(link("{\"email\":[\"a@example.com\"],\"topics\":[\"Roof\"]}"))
                .isEqualTo(link("{\"email\":\"a@example.com\",\"topics\":\"Roof\"}"));
    }

    @Test
    void time_without_a_date_is_one_answer() {
        assertThat(
                        Samples.answers(
                                SenderType.LINK,
                                "{\"when\":{\"timeInput\":\"09:30\",\"hourSelect\":\"9\",\"minuteSelect\":\"30\",\"ampm\":\"AM\"},\"x\":1}"))
                .containsEntry("when", List.of("09:30 AM"));
    }

    @Test
    void question_without_value_or_label_does_not_tear_the_list() {
        assertThat(link("""
                {"questions": [{"id": "q1", "name": "Phone", "type": "PhoneNumber"},
                  {"id": "q2", "name": "Phone", "type": "PhoneNumber", "value": "+1"},
                  {"id": "q3", "name": "", "value": "x"}, {"id": "q4", "name": null, "value": ["a", "b"]}]}"""))
                .containsExactly(
                        entry("Phone (2)", List.of("+1")), entry("q3", List.of("x")), entry("q4", List.of("a", "b")));
    }

    @Test
    void columns_are_questions() {
        assertThat(link("""
                {"user_column_data": [{"column_id": "EMAIL", "column_name": "User Email", "string_value": "a@example.com"},
                  {"column_id": "CITY", "string_value": "Ost"}], "fields": [{"name": "size", "values": ["S"]}]}"""))
                .containsExactly(
                        entry("User Email", List.of("a@example.com")),
                        entry("CITY", List.of("Ost")),
                        entry("size", List.of("S")));
    }

    @Test
    void question_has_the_name_that_the_form_asks_for() {
        String json = """
                {"data": [{"title": "How can we reach you?", "custom_key": "phone", "value": "+1"}],
                 "responses": {"mail": {"label": "email_address", "value": "a@example.com"}}}""";

        assertThat(answers(SenderType.LINK, json, "phone", "mail")).containsOnlyKeys("phone", "mail");
        assertThat(link(json)).containsOnlyKeys("How can we reach you?", "email_address");
    }

    @Test
    void map_of_questions_is_named_by_label_and_by_key_without_one() {
        assertThat(link("""
                {"responses": {"name": {"label": "your_name", "value": {"firstName": "Ilse"}, "isHidden": false},
                  "email": {"label": "", "value": "ilse@example.com"}, "notes": {"label": "additional_notes"}}}"""))
                .containsExactly(
                        entry("your_name.firstName", List.of("Ilse")), entry("email", List.of("ilse@example.com")));
    }

    @Test
    void title_may_be_a_list_of_texts_and_mentions() {
        assertThat(link("""
                [{"id": "k1", "title": ["Your name?"], "value": "Tomo"},
                 {"id": "k2", "title": ["Hi ", ["mention", ["@name"], {"id": "k1"}], ", your email?"], "value": "t@example.com"}]""".transform(list -> "{\"answers\":" + list + "}")))
                .containsExactly(
                        entry("Your name?", List.of("Tomo")), entry("Hi @name, your email?", List.of("t@example.com")));
    }

    @Test
    void list_of_unanswered_questions_has_no_answers_and_other_lists_stay() {
        assertThat(link("""
                {"questions": [{"id": "q1", "name": "Phone", "type": "PhoneNumber"}],
                 "products": [{"id": 1, "name": "Tile", "type": "floor", "amount": 3}]}"""))
                .containsOnlyKeys("products.1.id", "products.1.name", "products.1.type", "products.1.amount");
    }

    @Test
    void objects_that_only_resemble_questions_or_dates_keep_everything() {
        assertThat(link("""
                {"data": {"contact": {"title": "Dr", "email": "a@example.com"}, "budget": {"title": "Budget", "value": 5}},
                 "people": [{"name": "Ann", "email": "b@example.com"}, {"name": "Bob", "value": 7}],
                 "born": {"year": "1990", "month": "1", "day": "2", "email": "c@example.com"}}"""))
                .containsEntry("data.contact.email", List.of("a@example.com"))
                .containsEntry("data.budget.value", List.of("5"))
                .containsEntry("people.1.email", List.of("b@example.com"))
                .containsEntry("people.2.value", List.of("7"))
                .containsEntry("born.email", List.of("c@example.com"));
    }

    @Test
    void php_list_with_a_gap_or_a_named_item_is_a_list() {
        assertThat(link("""
                {"services": {"0": "Tiling", "2": "Plumbing", "other": "Slate"}, "how": {"other": "A friend"},
                 "rows": {"0": {"a": 1}, "1": {"a": 2}}, "entry": {"1": "Ann", "2": "ann@example.com"}, "0": "zero"}"""))
                .containsExactly(
                        entry("services", List.of("Tiling", "Plumbing", "Slate")),
                        entry("how", List.of("A friend")),
                        entry("rows.1.a", List.of("1")),
                        entry("rows.2.a", List.of("2")),
                        entry("entry.1", List.of("Ann")),
                        entry("entry.2", List.of("ann@example.com")),
                        entry("0", List.of("zero")));
        assertThat(answers(SenderType.LINK, "{\"services\":{\"0\":\"x\"}}", "services.0"))
                .containsOnlyKeys("services.0");
    }

    @Test
    void json_in_a_text_is_flattened() {
        assertThat(link("""
                {"payload": "{\\"email\\": [\\"a@example.com\\"], \\"deep\\": \\"{\\\\\\"b\\\\\\": 1}\\"}",
                 "colours": "[\\"Red\\", \\"Blue\\"]", "rooms": "[{\\"Room\\": \\"Hall\\"}]", "none": "[]", "empty": "{}"}"""))
                .containsExactly(
                        entry("payload.email", List.of("a@example.com")),
                        entry("payload.deep.b", List.of("1")),
                        entry("colours", List.of("Red", "Blue")),
                        entry("rooms.1.Room", List.of("Hall")));
    }

    @Test
    void json_in_an_asked_text_stays_unless_it_is_a_list_of_values() {
        assertThat(answers(
                        SenderType.LINK,
                        "{\"config\":\"{\\\"a\\\":1}\",\"colours\":\"[\\\"Red\\\",1]\",\"rooms\":\"[{\\\"a\\\":1}]\"}",
                        "config",
                        "colours",
                        "rooms"))
                .containsExactly(
                        entry("config", List.of("{\"a\":1}")),
                        entry("colours", List.of("Red", "1")),
                        entry("rooms", List.of("[{\"a\":1}]")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[sic] it leaks",
                "[1] see below",
                "{curly}",
                "[1]",
                "[1, 2]",
                "{",
                "[",
                "[[[[",
                "a:1:{",
                "a:1:{i:0;s:99:\\\"x\\\";}",
                "a: one",
                "a:1:{i:0;s:1:\\\"x\\\";} and more",
                "first = ",
                "first = x\\nand more",
                "<b>bold</b>"
            })
    void text_that_only_starts_like_a_structure_stays(String text) {
        String expected = text.replace("\\\"", "\"").replace("\\n", "\n");

        assertThat(link("{\"message\":\"x " + text + "\",\"same\":\"" + text + "\"}")
                        .values())
                .allMatch(values -> values.get(0).endsWith(expected) || expected.equals("first = "));
    }

    @Test
    void text_in_text_is_opened_a_few_times_only() {
        String text = "\"end\"";
        for (int level = 0; level < 6; level++) {
            text = "\"" + ("{\"a\":" + text + "}").replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
        }

        assertThat(link("{\"x\":" + text + "}")).containsOnlyKeys("x.a.a.a");
    }

    @Test
    void xml_beside_the_answers_is_no_answer_unless_asked_for() {
        String json = "{\"data.xml\":\"<?xml version=\\\"1.0\\\"?><a>b</a>\"}";

        assertThat(link(json)).isEmpty();
        assertThat(answers(SenderType.LINK, json, "data.xml")).containsOnlyKeys("data.xml");
    }

    @Test
    void file_is_its_address_or_its_name() {
        String json = """
                {"photos": [{"id": "1", "name": "a.jpg", "url": "https://files.example.com/a.jpg", "size": 5},
                  {"id": "2", "name": "b.jpg", "url": "https://files.example.com/b.jpg", "size": 5}],
                 "plan": {"filename": "plan.pdf", "content": "JVBERi0xLjQ="}, "signed": [{"filename": "s.png", "content": ""}],
                 "crm": {"0b1c": {"meta": {"name": "c.jpg"}, "url": "https://files.example.com/c.jpg", "documentId": "d1"}},
                 "link": {"name": "Us", "url": "https://www.example.com"}}""";

        assertThat(link(json))
                .containsExactly(
                        entry("photos", List.of("https://files.example.com/a.jpg", "https://files.example.com/b.jpg")),
                        entry("plan", List.of("plan.pdf")),
                        entry("signed", List.of("s.png")),
                        entry("crm", List.of("https://files.example.com/c.jpg")),
                        entry("link.name", List.of("Us")),
                        entry("link.url", List.of("https://www.example.com")));
        assertThat(read(SenderType.LINK, json).files()).isEqualTo(5);
    }

    @Test
    void php_array_is_a_list_or_an_object() {
        assertThat(link("""
                {"list": "a:2:{i:0;s:6:\\"Fränt\\";i:1;s:4:\\"Back\\";}", "flags": "a:2:{i:0;b:1;i:1;N;}",
                 "rows": "a:1:{i:0;a:2:{s:4:\\"Name\\";s:3:\\"Ann\\";s:3:\\"Age\\";i:5;}}"}"""))
                .containsExactly(
                        entry("list", List.of("Fränt", "Back")),
                        entry("flags", List.of("1")),
                        entry("rows.1.Name", List.of("Ann")),
                        entry("rows.1.Age", List.of("5")));
    }

    @Test
    void php_array_of_too_many_values_stays_a_text() {
        String items =
                IntStream.range(0, 6_000).mapToObj(at -> "i:" + at + ";N;").collect(Collectors.joining());

        assertThat(link("{\"list\":\"a:6000:{" + items + "}\"}").get("list")).hasSize(1);
    }

    @Test
    void lines_of_parts_are_parts_or_the_whole_that_is_asked_for() {
        String json = "{\"Your name\":\"first = Ilse\\nlast = Quandt\",\"Home\":\"city = Ost\\nzip = 12\"}";

        assertThat(answers(SenderType.LINK, json, "your name", "home.zip"))
                .containsEntry("Your name", List.of("Ilse Quandt"))
                .containsEntry("Home.city", List.of("Ost"))
                .containsEntry("Home.zip", List.of("12"));
        assertThat(link(json)).containsKeys("Your name.first", "Your name.last");
    }

    @Test
    void parts_of_a_name_are_joined_where_the_form_asks_for_the_whole_only() {
        String json = "{\"name\":{\"firstName\":\"Ilse\",\"lastName\":\"Quandt\"}}";

        assertThat(answers(SenderType.LINK, json, "name")).containsExactly(entry("name", List.of("Ilse Quandt")));
        assertThat(answers(SenderType.LINK, json, "name", "name.lastName"))
                .containsOnlyKeys("name.firstName", "name.lastName");
    }

    @Test
    void attributes_and_versions_have_no_names_of_their_own() {
        assertThat(link("""
                {"data": {"id": "1", "type": "forms", "attributes": {"email": "a@example.com"}},
                 "properties": {"phone": {"value": "+1", "versions": [{"value": "+1", "timestamp": 5}]}}}"""))
                .containsExactly(
                        entry("data.email", List.of("a@example.com")), entry("properties.phone", List.of("+1")));
    }

    @ParameterizedTest
    @EnumSource(
            value = SenderType.class,
            names = {
                "LINK",
                "GRAVITY_FORMS",
                "ELEMENTOR",
                "WPFORMS",
                "FLUENT_FORMS",
                "CONTACT_FORM_7",
                "FRAMER",
                "FORMSPREE",
                "STANDARD_WEBHOOKS"
            })
    void secrets_and_captcha_tokens_are_no_answers(SenderType sender) {
        assertThat(answers(sender, TOKENS)).containsOnlyKeys("a", "Is the captcha easy?");
        assertThat(answers(sender, TOKENS, "g-recaptcha-response")).hasSize(3);
    }

    @Test
    void public_page_keeps_captcha_tokens_for_its_guard() {
        assertThat(answers(SenderType.PUBLIC, TOKENS)).hasSize(6);
    }

    @Test
    void map_of_named_questions_is_named_by_name() {
        String json = """
                {"data": {"email": {"id": "l1", "name": "Email", "value": "a@example.com", "type": "email"},
                  "phone": {"id": "p1", "name": "Phone", "type": "phone"}},
                 "pets": {"dog": {"id": "7", "name": "Rex", "type": "dog", "age": 5}}}""";

        assertThat(link(json))
                .containsOnlyKeys("Email", "pets.dog.id", "pets.dog.name", "pets.dog.type", "pets.dog.age");
        assertThat(answers(SenderType.LINK, json, "email", "l1")).containsKey("Email");
    }

    @Test
    void first_value_that_is_not_null_is_the_answer() {
        assertThat(link("{\"q\":[{\"label\":\"A\",\"value\":null,\"answer\":\"x\"}]}"))
                .containsExactly(entry("A", List.of("x")));
    }

    @Test
    void people_with_a_value_keep_everything() {
        assertThat(link("{\"leads\":[{\"name\":\"Ilse\",\"value\":5,\"email\":\"a@example.com\"}]}"))
                .containsOnlyKeys("leads.1.name", "leads.1.value", "leads.1.email");
    }

    @Test
    void resource_with_other_members_keeps_everything() {
        assertThat(link("{\"type\":\"lead\",\"attributes\":{\"size\":\"L\"},\"email\":\"a@example.com\"}"))
                .containsOnlyKeys("type", "attributes.size", "email");
    }

    @Test
    void form_with_an_address_and_a_size_is_no_file() {
        String form =
                "{\"name\":\"Ilse\",\"email\":\"a@example.com\",\"url\":\"https://www.example.com\",\"size\":\"L\"}";

        assertThat(link(form)).containsOnlyKeys("name", "email", "url", "size");
        assertThat(link("{\"data\":" + form + "}")).containsKey("data.email");
        assertThat(link(form.replace("size", "filename"))).containsKey("email");
    }

    @Test
    void chosen_options_answer_the_question_that_the_form_asks() {
        String json = """
                {"colour": {"label": "Red", "value": "r"},
                 "topics": [{"label": "Roof", "value": "1"}, {"label": "Gutter", "value": "2"}]}""";

        assertThat(answers(SenderType.LINK, json, "colour", "topics"))
                .containsExactly(entry("colour", List.of("Red")), entry("topics", List.of("Roof", "Gutter")));
        assertThat(answers(SenderType.LINK, json, "colour.value", "roof"))
                .containsOnlyKeys("colour.label", "colour.value", "Roof", "Gutter");
    }

    @Test
    void php_list_without_its_first_item_is_a_list_where_the_form_asks_for_it() {
        String json = "{\"topics\":{\"1\":\"Roof\",\"3\":\"Gutter\"}}";

        assertThat(answers(SenderType.LINK, json, "topics"))
                .containsExactly(entry("topics", List.of("Roof", "Gutter")));
        assertThat(answers(SenderType.LINK, json, "topics", "topics.3")).containsOnlyKeys("topics.1", "topics.3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"FirstAndLast", "display", "Last, first"})
    void member_that_joins_the_others_does_not_hinder_joining_them(String member) {
        String text = member.startsWith("Last") ? "Ng, Eva" : "Eva Ng";
        String json = "{\"Name\":{\"First\":\"Eva\",\"Last\":\"Ng\",\"" + member + "\":\"" + text + "\"}}";

        assertThat(answers(SenderType.LINK, json, "name")).containsExactly(entry("Name", List.of("Eva Ng")));
        assertThat(answers(SenderType.LINK, json, "Name.First")).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"address\":{\"street\":\"Main St\",\"house_number\":\"12\",\"zip\":\"10115\",\"city\":\"Berlin\"}}",
                "{\"address\":{\"city\":\"Berlin\",\"mobile\":\"12\"}}",
                "{\"address\":{\"first\":\"1\",\"last\":\"2\",\"code\":\"12 12\"}}"
            })
    void number_beside_the_parts_is_kept(String json) {
        assertThat(answers(SenderType.LINK, json, "address").values())
                .anySatisfy(texts -> assertThat(texts).anyMatch(text -> text.startsWith("12")));
    }

    /** Its lead may be in a member that nothing is known of. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"headers\":{\"host\":\"x\"},\"params\":{\"email\":\"a@example.com\"},\"query\":{},\"body\":{}}",
                "{\"headers\":{\"host\":\"x\"},\"query\":{},\"body\":null,\"rawBody\":\"email=a@example.com\"}"
            })
    void request_without_a_body_is_not_taken_for_an_empty_form(String json) {
        assertThat(Senders.read(SenderType.LINK, Samples.request(json, Samples.JSON), asking("email"))
                        .ignored())
                .isNull();
    }

    @Test
    void member_that_says_more_than_the_others_is_kept() {
        assertThat(answers(
                        SenderType.LINK, "{\"name\":{\"first\":\"Eva\",\"last\":\"Ng\",\"note\":\"Eva N\"}}", "name"))
                .hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "{\"json\":%s}", "[{\"json\":%s}]"})
    void request_that_is_passed_on_has_its_answers_in_its_body(String wrapper) {
        String json = wrapper.formatted("""
                {"headers":{"host":"n8n.example.com","cookie":"PHPSESSID=1","x-forwarded-for":"203.0.113.9"},"params":{},
                 "query":{"utm_source":"flyer","email":"other@example.com"},"webhookUrl":"https://n8n.example.com/secret",
                 "body":{"first_name":"Ada","email":"a@example.com","message":"Hi"},"executionMode":"production"}""");
        String again = json.replace("203.0.113.9", "203.0.113.10");

        ReceivedAnswers received = read(SenderType.LINK, json, "first_name", "email");

        assertThat(Samples.map(received.answers()).values())
                .containsExactlyInAnyOrder(List.of("Ada"), List.of("a@example.com"), List.of("Hi"));
        assertThat(Samples.map(received.answers())).containsKeys("first_name", "email");
        assertThat(received.context().utmSource()).isEqualTo("flyer");
        assertThat(received.digest()).isEqualTo(read(SenderType.LINK, again).digest());
        assertThat(answers(SenderType.LINK, json, "webhookUrl", "utm_source").values())
                .anyMatch(List.of("flyer")::equals);
    }

    @Test
    void request_without_a_body_has_its_answers_in_its_address() {
        assertThat(answers(
                        SenderType.LINK,
                        "{\"headers\":{\"host\":\"x\"},\"params\":{},\"query\":{\"email\":\"a@example.com\"},\"body\":{}}",
                        "email"))
                .containsExactly(entry("email", List.of("a@example.com")));
    }

    @Test
    void request_whose_body_is_a_text_has_it_as_its_answer() {
        assertThat(link("{\"headers\":{\"cookie\":\"x=1\"},\"query\":{\"a\":\"b\"},\"body\":\"Please call\"}"))
                .containsExactly(entry("body", List.of("Please call")));
    }

    private static Map<String, List<String>> link(String json) {
        return answers(SenderType.LINK, json);
    }
}
