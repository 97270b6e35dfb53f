package ghl.gateway.form.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names that senders make of labels. */
class QuestionsTest {

    private final Questions questions = asking(
            "Full name",
            "Phone number",
            "Which service do you need?",
            "Your message",
            "Budget",
            "電話番号",
            "Date & time",
            "What's new?");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fullName | Full name",
                "full_name | Full name",
                "full-name | Full name",
                "FullName | Full name",
                "Full name (required) | Full name",
                "PHONE_NUMBER | Phone number",
                "1. Phone number | Phone number",
                "which_service_do_you_need? | Which service do you need?",
                "Which service do you need | Which service do you need?",
                "Your message? (optional) | Your message",
                "<b>Budget</b> | Budget",
                "<p>1) Full&nbsp;name</p> | Full name",
                "Date &amp; time | Date & time",
                "What&#039;s new? | What's new?",
                "電話 番号 | 電話番号"
            })
    void name_with_the_same_letters_stands_for_the_only_question_that_has_them(String received, String label) {
        assertThat(questions.asks(received)).isTrue();
        assertThat(questions.match(List.of(received))).containsExactly(Map.entry(received, label));
    }

    @Test
    void exact_name_takes_no_similar_ones_and_of_similar_ones_the_first_counts() {
        assertThat(questions.match(List.of("fullName", "full name", "phone_number", "PhoneNumber")))
                .containsOnly(Map.entry("full name", "Full name"), Map.entry("phone_number", "Phone number"));
    }

    @Test
    void questions_with_the_same_letters_are_told_apart_by_their_names_only() {
        Questions alike = asking("A+", "A-", "?", "71");

        assertThat(alike.match(List.of("a", "A-", "!", "7.1"))).containsOnly(Map.entry("A-", "A-"));
    }

    /** Each is named by its label. */
    private static Questions asking(String... labels) {
        return Questions.of(new FormDefinition(
                "form",
                "Form",
                null,
                List.of(labels).stream()
                        .map(label -> new AnswerDefinition(
                                label, AnswerType.TEXT, false, label, List.of(), List.of(), List.of()))
                        .toList(),
                List.of(),
                null));
    }
}
