package ghl.gateway.intake.capture;

import ghl.gateway.form.answer.Answers;
import ghl.gateway.form.definition.Questions;
import ghl.gateway.form.definition.SenderType;
import ghl.gateway.intake.body.MalformedBodyException;
import ghl.gateway.intake.body.RequestBody;
import ghl.gateway.intake.sender.ReceivedAnswers;
import ghl.gateway.intake.sender.Senders;
import java.time.Instant;

/**
 * A captured body, as received and as read.
 *
 * @param sender guessed from the body's format
 * @param answers empty if it has none
 * @param problem why it has no answers, or would be ignored; null if it is a form
 */
public record Captured(Instant at, RequestBody body, SenderType sender, Answers answers, String problem) {

    private static final Answers NONE = Answers.builder().build();

    static Captured read(Instant at, RequestBody body) {
        SenderType sender = Senders.guess(body);
        try {
            ReceivedAnswers received = Senders.read(sender, body, Questions.NONE);
            return new Captured(at, body, sender, received.answers(), received.ignored());
        } catch (MalformedBodyException unreadable) {
            return new Captured(at, body, sender, NONE, unreadable.getMessage());
        }
    }

    public RawText raw() {
        return RawText.of(body.bytes());
    }
}
