package ghl.gateway.form.trial;

import ghl.gateway.form.definition.AnswerDefinition;
import ghl.gateway.form.definition.FormDefinition;
import ghl.gateway.submission.input.AnswerInput;
import java.time.LocalDate;
import java.util.List;

/** What a test answers where the definition has no {@code sample}. Nobody's address, and no two tests have the same. */
final class SampleAnswers {

    /** One of those that are kept for fiction. */
    private static final String PHONE = "+12025550143";

    private SampleAnswers() {}

    /** @param unique makes an e-mail address that no contact has */
    static List<AnswerInput> of(FormDefinition form, String unique, LocalDate today) {
        return form.answers().stream()
                .map(answer -> new AnswerInput(
                        answer.name(),
                        null,
                        answer.sample().isEmpty() ? byType(answer, unique, today) : answer.sample()))
                .toList();
    }

    private static List<String> byType(AnswerDefinition answer, String unique, LocalDate today) {
        return switch (answer.type()) {
            case TEXT -> List.of("Gateway Test");
            case LONG_TEXT -> List.of("A test of the gateway.\nIt can be ignored.");
            case EMAIL -> List.of("gateway-test-" + unique + "@example.com");
            case PHONE -> List.of(PHONE);
            case NUMBER -> List.of("1");
            case DATE -> List.of(today.toString());
            case CHOICE -> answer.options().stream().limit(1).toList();
            case CHOICES -> answer.options();
            case YES_NO -> List.of("yes");
        };
    }
}
