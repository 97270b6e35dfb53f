package ghl.gateway.intake.sender;

import ghl.gateway.intake.body.FormField;
import ghl.gateway.intake.body.RequestBody;

/**
 * A sender that nobody described, such as POWR, or a form of one's own: JSON is taken apart (see {@link JsonAnswers}), the
 * fields of a form are answers as they are.
 */
final class GenericSender implements AnswerExtractor {

    @Override
    public ReceivedAnswers flatten(RequestBody posted) {
        AnswerList answers = new AnswerList();
        if (posted.isJson()) {
            answers.add("", posted.json());
        } else {
            for (FormField field : posted.fields()) {
                answers.add(field.name(), field.value());
            }
        }
        return ReceivedAnswers.of(answers.answers(), null);
    }
}
