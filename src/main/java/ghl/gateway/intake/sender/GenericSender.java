package ghl.gateway.intake.sender;

import ghl.gateway.intake.body.FormField;
import ghl.gateway.intake.body.RequestBody;

/**
 * Senders without a format of their own here, such as POWR or a custom form. JSON is flattened (see {@link
 * JsonAnswers}); each field of an HTML form is an answer.
 */
final class GenericSender implements AnswerExtractor {

    @Override
    public ReceivedAnswers extract(RequestBody request) {
        AnswerList answers = new AnswerList();
        if (request.isJson()) {
            answers.add("", request.json());
        } else {
            for (FormField field : request.fields()) {
                answers.add(field.name(), field.value());
            }
        }
        return ReceivedAnswers.of(answers.answers(), null);
    }
}
