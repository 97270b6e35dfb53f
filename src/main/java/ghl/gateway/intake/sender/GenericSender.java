package ghl.gateway.intake.sender;

import ghl.gateway.form.definition.Questions;
import ghl.gateway.form.definition.SenderType;
import ghl.gateway.intake.body.RequestBody;

/**
 * Senders without a format of their own here, such as POWR or a custom form. JSON is flattened (see {@link
 * JsonAnswers}); each field of an HTML form is an answer. A public page's captcha token is one too, which its guard needs.
 */
record GenericSender(SenderType type) implements SenderFormat {

    @Override
    public boolean matches(RequestBody request) {
        return true;
    }

    @Override
    public ReceivedAnswers read(RequestBody request, Questions questions) {
        AnswerList answers = new AnswerList(questions);
        if (type == SenderType.PUBLIC) {
            answers.keepTokens();
        }
        answers.addBody(request.tree()).files(request.files().size());
        boolean isText = !request.isJson()
                && request.tree().properties().stream().noneMatch(field -> questions.asks(field.getKey()));
        if (isText) {
            answers.leaveOut(); // what looks like the name of an empty field may be any text
        }
        return answers.received(null);
    }
}
