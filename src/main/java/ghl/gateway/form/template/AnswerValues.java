package ghl.gateway.form.template;

import ghl.gateway.form.answer.LetterCase;
import java.util.List;

/** Values of answers in templates: a text or a list of texts, empty when unanswered. */
final class AnswerValues {

    private AnswerValues() {}

    static String text(Object value) {
        return value instanceof List<?> list ? String.join(", ", texts(list)) : String.valueOf(value);
    }

    static List<String> texts(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(String::valueOf).toList();
        }
        String text = String.valueOf(value);
        return text.isBlank() ? List.of() : List.of(text);
    }

    /** Whether a list has the element, or a text the substring; ignores case. */
    static boolean contains(Object value, String wanted) {
        return value instanceof List<?>
                ? texts(value).stream().anyMatch(wanted::equalsIgnoreCase)
                : LetterCase.lower(text(value)).contains(LetterCase.lower(wanted));
    }
}
