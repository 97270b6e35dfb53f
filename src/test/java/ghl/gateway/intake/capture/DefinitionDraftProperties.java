package ghl.gateway.intake.capture;

import static org.assertj.core.api.Assertions.assertThat;

import ghl.gateway.form.answer.Answers;
import ghl.gateway.form.definition.AnswerDefinition;
import ghl.gateway.form.definition.FormDefinition;
import ghl.gateway.form.definition.SenderType;
import ghl.gateway.form.file.FormFile;
import ghl.gateway.form.file.FormFileException;
import ghl.gateway.form.file.FormReader;
import ghl.gateway.intake.capture.Captures.Captured;
import ghl.gateway.intake.sender.ReceivedAnswers;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** For any answer names, the drafted definition is valid. */
class DefinitionDraftProperties {

    private static final String EMAIL = "Your e-mail";

    @Property(tries = 500)
    void draft_is_a_valid_form_with_all_answers(@ForAll("names") Set<String> names) throws FormFileException {
        Answers.Builder answers = Answers.builder().add(EMAIL, "ada@example.com");
        names.forEach(name -> answers.add(name, "x"));
        Answers received = answers.build();

        FormDefinition form = read(draft(received));

        assertThat(form.answers()).extracting(AnswerDefinition::label).containsExactlyElementsOf(received.names());
        assertThat(form.actions().contact().fields()).containsKey("email");
    }

    @Example
    void draft_without_identifier_says_what_to_add() {
        assertThat(draft(Answers.builder().add("Colour", "green").build()))
                .startsWith("# No answer looks like an e-mail address or a phone number")
                .contains("label: Colour");
    }

    @Provide
    Arbitrary<Set<String>> names() {
        Arbitrary<String> tricky = Arbitraries.of(
                "3",
                "1.3",
                "1e3",
                "0x1f",
                "1_000",
                "yes",
                "no",
                "on",
                "off",
                "true",
                "null",
                "~",
                "",
                " ",
                "2027-01-31",
                "12:30",
                "- a",
                "a: b",
                "# a",
                "a #b",
                "{name}",
                "[a]",
                "&a",
                "*a",
                "!a",
                "|",
                ">",
                "%a",
                "@a",
                "`a`",
                "'",
                "\"",
                "\\",
                "a\nb",
                "\tb",
                "…",
                "Имя",
                "名前",
                "=",
                "<<",
                "?",
                "? a",
                "---",
                "...",
                ",",
                ".inf");
        return Arbitraries.oneOf(
                        tricky, Arbitraries.strings().all().ofMinLength(1).ofMaxLength(80))
                .set()
                .ofMaxSize(20);
    }

    private static String draft(Answers answers) {
        return DefinitionDraft.write(
                "drafted",
                List.of(new Captured(
                        Instant.EPOCH, SenderType.LINK, new ReceivedAnswers(answers, null, null, 0, null))),
                answer -> answer.contains("@"));
    }

    private static FormDefinition read(String text) throws FormFileException {
        return new FormReader(variable -> true).read(new FormFile("drafted", "drafted.yaml", text));
    }
}
