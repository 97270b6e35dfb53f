package ghl.gateway.intake.sender;

import static ghl.gateway.intake.sender.Samples.asking;
import static ghl.gateway.intake.sender.Samples.map;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.databind.node.TextNode;
import ghl.gateway.form.answer.Answers;
import ghl.gateway.form.definition.Questions;
import ghl.gateway.form.definition.SenderType;
import ghl.gateway.intake.body.JsonText;
import ghl.gateway.submission.input.SubmissionContextInput;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerListTest {

    @Test
    void asked_answer_is_kept_after_too_many_others() {
        AnswerList list = new AnswerList(asking("E-mail"));
        IntStream.range(0, 5_000).forEach(number -> list.add("other" + number, "x"));

        ReceivedAnswers received = list.add("E-mail", "late@example.com").received(null);

        assertThat(map(received.answers())).containsEntry("E-mail", List.of("late@example.com"));
        assertThat(received.answers().names()).hasSize(Answers.MAX_FIELDS).contains("other0");
        assertThat(received.answers().isTruncated()).isTrue();
    }

    @Test
    void asked_answer_is_kept_after_too_long_others() {
        AnswerList list = new AnswerList(asking("E-mail", "Story", "Tags"));
        IntStream.range(0, 20).forEach(number -> list.add("other" + number, "x".repeat(20_000)));
        IntStream.range(0, 6).forEach(number -> list.add("Story", "y".repeat(20_000)));
        IntStream.range(0, 2_000).forEach(number -> list.add("Tags", "z"));

        ReceivedAnswers received = list.add("E-mail", "late@example.com").received(null);

        assertThat(map(received.answers()))
                .containsEntry("E-mail", List.of("late@example.com"))
                .containsKeys("Story");
    }

    @Test
    void long_nested_names_are_not_collected_beyond_the_limit() {
        AnswerList list = new AnswerList(asking("email"));
        String prefix = "p".repeat(900);
        IntStream.range(0, 5_000).forEach(number -> list.add(prefix + number, "x"));

        ReceivedAnswers received = list.add("email", "late@example.com").received(null);

        assertThat(received.answers().names()).hasSizeLessThanOrEqualTo(120).contains("email");
        assertThat(received.answers().isTruncated()).isTrue();
    }

    @Test
    void work_for_long_nested_names_is_bounded() {
        StringBuilder body = new StringBuilder("{\"email\":\"a@example.com\",\"" + "p ".repeat(490) + "\":{");
        IntStream.range(0, 9_000).forEach(number -> body.append(number == 0 ? "" : ",")
                .append('"')
                .append(number)
                .append("\":1"));
        body.append("},\"phone\":\"+1\"}");
        AnswerList list = new AnswerList(asking("email", "phone", "p ".repeat(490)));

        JsonAnswers.add(list, "", JsonText.inside(body.toString()).orElseThrow());

        assertThat(map(list.received(null).answers())).containsKeys("email", "phone");
        assertThat(list.asks("email")).isTrue();
        assertThat(new AnswerList(asking("x".repeat(900))).asks("x".repeat(900)))
                .isTrue();
        assertThat(list.asks("P ".repeat(490))).as("not compared any more").isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {979, 980, 981, 996, 997, 1_000, 1_001, 5_000})
    void equal_labels_of_any_length_are_numbered(int length) {
        AnswerList list = new AnswerList(Questions.NONE);

        List<String> labels = assertTimeoutPreemptively(
                Duration.ofSeconds(30), () -> Stream.generate(() -> list.label("a".repeat(length)))
                        .limit(12)
                        .toList());

        assertThat(labels).doesNotHaveDuplicates().allSatisfy(label -> assertThat(label)
                .hasSizeLessThanOrEqualTo(Answers.MAX_NAME_LENGTH));
    }

    @Test
    void json_in_a_hidden_field_answers_nothing_else() {
        AnswerList list = new AnswerList(asking("newsletter"));
        list.label("Your newsletter");

        list.addHidden("ref", TextNode.valueOf("[{\"label\":\"newsletter\",\"value\":\"yes\"}]"));

        assertThat(map(list.received(null).answers())).containsOnlyKeys("ref");
    }

    @Test
    void equal_labels_are_numbered_by_place_whatever_their_spelling() {
        AnswerList list = new AnswerList(Questions.NONE);

        assertThat(List.of(list.label("Phone"), list.label("phone "), list.label("Phone (2)"), list.label("Phone")))
                .containsExactly("Phone", "phone (2)", "Phone (2) (2)", "Phone (3)");
    }

    @Test
    void another_name_of_a_question_counts_only_where_the_form_asks_for_it_and_no_label_is_meant() {
        List<List<String>> names =
                List.of(List.of("Backup", "email"), List.of("Email", "x1"), List.of("Tel.", "phone"));

        assertThat(new AnswerList(asking("email", "phone")).labels(names)).containsExactly("Backup", "Email", "phone");
        assertThat(new AnswerList(Questions.NONE).labels(names)).containsExactly("Backup", "Email", "Tel.");
    }

    @Test
    void event_of_an_entry_does_not_depend_on_the_definition() {
        String json = "{\"q3_a\":\"[\\\"x\\\",\\\"y\\\"]\",\"q4_b\":{\"year\":\"2026\",\"month\":\"1\",\"day\":\"2\"}}";
        String body = "{\"submissionID\":\"6\",\"rawRequest\":" + json + "}";

        String undefined = Samples.read(SenderType.JOTFORM, body).digest();

        assertThat(Samples.read(SenderType.JOTFORM, body, "a", "b.year").digest())
                .isEqualTo(undefined);
    }

    @Test
    void order_of_keys_does_not_matter_for_a_repeat_but_which_answer_is_which_does() {
        String digest = Samples.read(SenderType.LINK, "{\"a\":1,\"b\":{\"c\":2,\"d\":3}}")
                .digest();

        assertThat(Samples.read(SenderType.LINK, "{\"b\":{\"d\":3,\"c\":2},\"a\":1}")
                        .digest())
                .isEqualTo(digest);
        assertThat(Samples.read(SenderType.LINK, "{\"a\":2,\"b\":{\"c\":1,\"d\":3}}")
                        .digest())
                .isNotEqualTo(digest);
    }

    @Test
    void order_of_a_senders_answers_does_not_matter_for_a_repeat() {
        String first = "{\"email\":\"a@example.com\",\"phone\":\"1\"}";
        String reversed = "{\"phone\":\"1\",\"email\":\"a@example.com\"}";
        String swapped = "{\"email\":\"1\",\"phone\":\"a@example.com\"}";

        Map.of(
                        SenderType.FRAMER, "%s",
                        SenderType.WEBFLOW,
                                "{\"triggerType\":\"form_submission\",\"payload\":{\"id\":\"1\",\"data\":%s}}",
                        SenderType.NETLIFY, "{\"id\":\"1\",\"data\":%s}")
                .forEach((sender, body) -> {
                    String digest = digest(sender, body.formatted(first));
                    assertThat(digest(sender, body.formatted(reversed)))
                            .as("%s", sender)
                            .isEqualTo(digest);
                    assertThat(digest(sender, body.formatted(swapped)))
                            .as("%s", sender)
                            .isNotEqualTo(digest);
                });
    }

    @Test
    void same_answer_to_another_question_is_an_edit_and_another_definition_is_none() {
        String body =
                "{\"event_type\":\"form_response\",\"form_response\":{\"token\":\"t\",\"definition\":{\"fields\":["
                        + "{\"id\":\"a\",\"ref\":\"given\",\"title\":\"Given name\"},{\"id\":\"b\",\"ref\":\"family\",\"title\":\"Family name\"}]},"
                        + "\"answers\":[{\"type\":\"text\",\"text\":\"Ada\",\"field\":{\"id\":\"%s\"}}],\"hidden\":{\"Family name\":\"x\"}}}";
        String given = body.formatted("a");

        assertThat(digest(SenderType.TYPEFORM, given, "Given name", "Family name"))
                .isEqualTo(digest(SenderType.TYPEFORM, given))
                .isNotEqualTo(digest(SenderType.TYPEFORM, body.formatted("b"), "Given name", "Family name"));
    }

    @Test
    void what_a_sender_says_about_the_delivery_is_no_edit() {
        String body =
                "{\"email\":\"a@example.com\",\"meta\":{\"attempt\":%1$s,\"sent_at\":\"%1$s\",\"updatedAt\":%1$s},"
                        + "\"cv\":\"https://files.example.com/cv.pdf?id=%2$s&X-Amz-Date=%1$s&X-Amz-Signature=%1$s\",\"Timestamp\":\"%3$s\"}";
        String digest = digest(SenderType.LINK, body.formatted(1, 1, 1));

        assertThat(digest(SenderType.LINK, body.formatted(2, 1, 1))).isEqualTo(digest);
        assertThat(digest(SenderType.LINK, body.formatted(1, 2, 1))).isNotEqualTo(digest);
        assertThat(digest(SenderType.LINK, body.formatted(1, 1, 2))).isNotEqualTo(digest);
    }

    @Test
    void id_that_is_null_is_none() {
        Map.of(
                        SenderType.GRAVITY_FORMS, "{\"id\":null,\"email\":\"a@example.com\"}",
                        SenderType.JOTFORM, "{\"submissionID\":null,\"rawRequest\":{\"q1_email\":\"a@example.com\"}}",
                        SenderType.COGNITO, "{\"Form\":{\"Name\":\"f\"},\"Entry\":{},\"Email\":\"a@example.com\"}",
                        SenderType.WEBFLOW, "{\"payload\":{\"id\":null,\"data\":{\"email\":\"a@example.com\"}}}")
                .forEach((sender, body) -> assertThat(Samples.read(sender, body).eventId())
                        .as("%s", sender)
                        .isNull());
    }

    private static String digest(SenderType sender, String body, String... asked) {
        return Samples.read(sender, body, asked).digest();
    }

    @Test
    void body_without_a_value_is_ignored_and_one_of_another_structure_is_not() {
        assertThat(Samples.read(SenderType.LINK, "{\"Full name\":null,\"Email\":\" \",\"topics\":[\"\",[]]}")
                        .ignored())
                .isNotBlank();
        assertThat(Samples.read(SenderType.LINK, "{\"questions\":[{\"label\":\"Email\",\"value\":null}]}")
                        .ignored())
                .isNotBlank();
        assertThat(Samples.read(SenderType.LINK, "{\"xml\":\"<?xml version='1.0'?>\"}")
                        .ignored())
                .isNull();
        assertThat(Samples.read(SenderType.JOTFORM, "{\"submissionID\":\"6\",\"rawRequest\":{\"slug\":\"x\"}}")
                        .ignored())
                .isNull();
    }

    @Test
    void answers_in_a_wrapper_have_their_own_names_where_the_form_asks_for_these() {
        String lead = "{\"Full name\":\"Ada\",\"email\":\"a@example.com\",\"x\":\"1\"}";
        for (String body : List.of(
                "{\"body\":%s,\"headers\":{\"host\":\"h\"},\"webhookUrl\":\"u\"}",
                "{\"data\":%s}", "{\"payload\":{\"fields\":%s}}", "{\"items\":[%s],\"id\":5}")) {
            assertThat(Samples.answers(SenderType.LINK, body.formatted(lead), "Full name", "Email"))
                    .as(body)
                    .containsEntry("Full name", List.of("Ada"))
                    .containsEntry("email", List.of("a@example.com"))
                    .doesNotContainKey("x");
        }
        assertThat(Samples.answers(SenderType.LINK, "{\"fields\":{\"Full name\":{\"value\":\"Ada\"}}}", "Full name"))
                .containsOnlyKeys("Full name");
        assertThat(Samples.map(Senders.read(
                                SenderType.LINK,
                                Samples.request(
                                        "payload=" + URLEncoder.encode(lead, StandardCharsets.UTF_8),
                                        "application/x-www-form-urlencoded"),
                                asking("Full name"))
                        .answers()))
                .containsEntry("Full name", List.of("Ada"));
    }

    @Test
    void wrapped_answer_does_not_join_another_and_keeps_a_name_that_the_form_asks_for() {
        assertThat(Samples.answers(
                        SenderType.LINK,
                        "{\"email\":\"a@example.com\",\"data\":{\"email\":\"b@example.com\"}}",
                        "email"))
                .containsEntry("email", List.of("a@example.com"))
                .containsEntry("data.email", List.of("b@example.com"));
        assertThat(Samples.answers(SenderType.LINK, "{\"data\":{\"email\":\"b@example.com\"}}", "data.email", "email"))
                .containsOnlyKeys("data.email");
        for (String other : List.of("owner", "host", "location", "order", "organizer")) {
            assertThat(Samples.answers(
                            SenderType.LINK, "{\"id\":\"5\",\"" + other + "\":{\"email\":\"b@example.com\"}}", "email"))
                    .doesNotContainKey("email");
        }
    }

    @Test
    void member_without_more_answers_than_are_beside_it_is_no_wrapper() {
        for (String order : List.of("\"items\":[{\"name\":\"Roof\",\"price\":5}]", "\"request\":{\"name\":\"POST\"}")) {
            assertThat(Samples.answers(SenderType.LINK, "{\"Email\":\"a@example.com\"," + order + "}", "Email", "Name"))
                    .as(order)
                    .containsKey("Email")
                    .doesNotContainKey("name");
        }
        assertThat(Samples.answers(
                        SenderType.LINK,
                        "{\"name\":\"Contact form\",\"data\":{\"name\":\"Ada\",\"email\":\"a@example.com\"}}",
                        "Email",
                        "Name"))
                .containsEntry("email", List.of("a@example.com"));
    }

    @Test
    void campaign_comes_from_nested_answers_and_from_the_page() {
        ReceivedAnswers received = new AnswerList(Questions.NONE)
                .page("https://www.example.com/?utm_source=other&utm_medium=paper&x=%")
                .add("customData.utm_source", "flyer")
                .add("UTM Campaign", "spring")
                .received(null);

        assertThat(received.context())
                .isEqualTo(new SubmissionContextInput(
                        "https://www.example.com/?utm_source=other&utm_medium=paper&x=%",
                        null, null, "flyer", null, "spring"));
        assertThat(map(received.answers())).containsEntry("utm_source", List.of("flyer"));
    }

    @Test
    void page_title_among_the_answers_becomes_the_context() {
        ReceivedAnswers received =
                new AnswerList(Questions.NONE).add("page_title", "Contact us").received(null);

        assertThat(received.context().pageTitle()).isEqualTo("Contact us");
        assertThat(received.answers().names()).isEmpty();
    }

    @Test
    void page_address_among_the_answers_becomes_the_context() {
        ReceivedAnswers received = new AnswerList(Questions.NONE)
                .add("Page URL", "https://www.example.com/contact/?utm_source=flyer&utm_medium=paper")
                .add("source_url", "unknown")
                .received(null);

        assertThat(received.context().pageUrl()).startsWith("https://www.example.com/contact/");
        assertThat(received.context().utmSource()).isEqualTo("flyer");
        assertThat(received.context().utmMedium()).isEqualTo("paper");
        assertThat(map(received.answers())).containsOnlyKeys("source_url");
    }

    @Test
    void hidden_value_yields_to_a_question_that_means_the_same() {
        AnswerList list = new AnswerList(asking("Mail"));
        list.labels(List.of(List.of("x1", "mail")));
        list.addHidden("MAIL", TextNode.valueOf("list@example.com"));

        assertThat(map(list.received(null).answers())).containsOnlyKeys("hidden.MAIL");
    }
}
