package ghl.gateway.intake;

import com.fasterxml.jackson.databind.JsonNode;
import ghl.gateway.form.answer.Answers;
import ghl.gateway.form.definition.FormDefinition;
import ghl.gateway.form.definition.Questions;
import ghl.gateway.form.definition.SenderType;
import ghl.gateway.intake.body.MalformedBodyException;
import ghl.gateway.intake.body.RequestBody;
import ghl.gateway.intake.sender.ReceivedAnswers;
import ghl.gateway.intake.sender.Senders;
import ghl.gateway.submission.receipt.UserError;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;

/**
 * What a request's body says.
 *
 * @param received null when the body was not read
 * @param reason why it is ignored or unreadable, as a sentence without a full stop and without answers; null for answers
 */
record Reading(Outcome outcome, ReceivedAnswers received, String reason) {

    enum Outcome {
        /** Kept to look at; the form is not defined yet. */
        CAPTURED,
        /** No form, but something that senders post as well: a test, or nothing. */
        IGNORED,
        /** No answer of the form's definition. */
        UNREADABLE,
        ANSWERS
    }

    private static final Logger LOG = Logger.getLogger(Reading.class);

    private static final ReceivedAnswers EMPTY =
            new ReceivedAnswers(Answers.builder().build(), null, null, null, 0, null);

    static final Reading CAPTURED = new Reading(Outcome.CAPTURED, null, null);

    /** @throws MalformedBodyException when the body does not have the sender's format */
    static Reading of(FormDefinition form, SenderType sender, RequestBody body) {
        if (body.tree().isEmpty()) {
            return isBlank(body.bytes())
                    ? new Reading(Outcome.IGNORED, EMPTY, "The body is empty")
                    : new Reading(Outcome.UNREADABLE, EMPTY, "The body has no fields");
        }
        Questions questions = Questions.of(form);
        ReceivedAnswers received = Senders.read(sender, body, questions);
        if (received.ignored() != null) {
            return new Reading(Outcome.IGNORED, received, received.ignored());
        }
        boolean isAnswered =
                form.answers().isEmpty() || received.answers().names().stream().anyMatch(questions::asks);
        return isAnswered
                ? new Reading(Outcome.ANSWERS, received, null)
                : new Reading(Outcome.UNREADABLE, received, unanswered(body.tree()));
    }

    private static String unanswered(JsonNode body) {
        return body.isArray()
                        && body.size() > 1
                        && StreamSupport.stream(body.spliterator(), false).allMatch(JsonNode::isObject)
                ? "The body is a list of " + body.size() + " forms: send each in a request of its own"
                : "The body has no answer that the form's definition asks for";
    }

    /** Of a sender that proved who it is: what cannot be read, even by a defect of the gateway, is unreadable. */
    static Reading ofProven(FormDefinition form, SenderType sender, RequestBody body) {
        try {
            return of(form, sender, body);
        } catch (MalformedBodyException malformed) {
            return malformed(malformed.getMessage());
        } catch (RuntimeException defect) {
            LOG.errorf(defect, "A body for form %s could not be read because of a defect: report it", form.name());
            return malformed("The gateway failed to read it, which is a defect: its log says more");
        }
    }

    /** The answers were read and cannot be submitted. */
    static Reading refused(List<UserError> errors) {
        return malformed(errors.stream().map(IntakePages::sentence).collect(Collectors.joining("; ")));
    }

    private static Reading malformed(String reason) {
        return new Reading(Outcome.UNREADABLE, null, reason);
    }

    /** Also of an empty object or list, and of JSON's null. */
    private static boolean isBlank(byte[] body) {
        String text = new String(body, StandardCharsets.ISO_8859_1).strip();
        return text.equals("null") || text.chars().noneMatch(Character::isLetterOrDigit);
    }
}
