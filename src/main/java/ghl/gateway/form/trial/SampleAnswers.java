package ghl.gateway.form.trial;

import ghl.gateway.form.definition.AnswerDefinition;
import ghl.gateway.form.definition.FormDefinition;
import ghl.gateway.submission.input.AnswerInput;
import java.time.LocalDate;
import java.util.List;

/** Sample answers of a form: the definition's {@code sample}, else a value by type. */
final class SampleAnswers {

    /** A number from the range reserved for fiction. */
    private static final String PHONE = "+12025550143";

    private SampleAnswers() {}

    /** @param unique makes the e-mail address differ from that of every contact */
    static List<AnswerInput> create(FormDefinition form, String unique, LocalDate today) {
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
            case LONG_TEXT -> List.of("A test of the gateway.\nPlease ignore it.");
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
