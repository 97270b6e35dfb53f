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
import ghl.gateway.submission.check.Texts;
import ghl.gateway.submission.receipt.UserError;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;

/**
 * What a request's body says.
 *
 * @param received null when the body was not read
 * @param reason why it is ignored or unreadable, as a sentence without a full stop and without answers; null for answers
 * @param remedy what an operator can do about a body that is unreadable; null for others
 */
record Reading(Outcome outcome, ReceivedAnswers received, String reason, String remedy) {

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

    private static final String CORRECT_DEFINITION = "correct the form's definition and retry it, or discard it";
    private static final String ENTER_BY_HAND =
            "no definition can help: enter the lead by hand, then discard it, and correct the sender's template";

    private static final int MOST_NAMES = 10;
    private static final int LONGEST_NAME = 50;

    /** Of e-mail addresses and numbers, which are names when a sender confuses names and values. */
    private static final Pattern VALUE = Pattern.compile("@|\\d([\\s().,/\\p{Pd}]{0,2}\\d){4}");

    static final Reading CAPTURED = new Reading(Outcome.CAPTURED, null, null, null);

    /** @throws MalformedBodyException when the body does not have the sender's format */
    static Reading of(FormDefinition form, SenderType sender, RequestBody body) {
        if (body.tree().isEmpty()) {
            return isBlank(body.bytes())
                    ? new Reading(Outcome.IGNORED, EMPTY, "The body is empty", null)
                    : new Reading(Outcome.UNREADABLE, EMPTY, "The body has no fields", ENTER_BY_HAND);
        }
        Questions questions = Questions.of(form);
        ReceivedAnswers received = Senders.read(sender, body, questions);
        if (received.ignored() != null) {
            return new Reading(Outcome.IGNORED, received, received.ignored(), null);
        }
        boolean isAnswered =
                form.answers().isEmpty() || received.answers().names().stream().anyMatch(questions::asks);
        return isAnswered ? new Reading(Outcome.ANSWERS, received, null, null) : unanswered(body.tree(), received);
    }

    private static Reading unanswered(JsonNode body, ReceivedAnswers received) {
        boolean isList = body.isArray()
                && body.size() > 1
                && StreamSupport.stream(body.spliterator(), false).allMatch(JsonNode::isObject);
        return isList
                ? new Reading(
                        Outcome.UNREADABLE,
                        received,
                        "The body is a list of " + body.size() + " forms: send each in a request of its own",
                        ENTER_BY_HAND)
                : new Reading(
                        Outcome.UNREADABLE,
                        received,
                        "The body has no answer that the form's definition asks for" + names(received),
                        CORRECT_DEFINITION);
    }

    /** The names that arrived, for the operator. They are stored unsealed: what may be an address or a number of a person is left out. */
    private static String names(ReceivedAnswers received) {
        String names = received.answers().names().stream()
                .filter(name -> !VALUE.matcher(name).find())
                .limit(MOST_NAMES)
                .map(name -> Texts.cut(name, LONGEST_NAME))
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "" : ": it has " + names;
    }

    /** Of a sender that proved who it is: what cannot be read, even by a defect of the gateway, is unreadable. */
    static Reading ofProven(FormDefinition form, SenderType sender, RequestBody body) {
        try {
            return of(form, sender, body);
        } catch (MalformedBodyException malformed) {
            return unreadable(malformed.getMessage(), ENTER_BY_HAND);
        } catch (RuntimeException defect) {
            LOG.errorf(defect, "A body for form %s could not be read because of a defect: report it", form.name());
            return unreadable(
                    "The gateway failed to read it, which is a defect: its log says more",
                    "report the defect, then retry it with a gateway that has it mended, or discard it");
        }
    }

    /** The answers were read and cannot be submitted. */
    static Reading refused(List<UserError> errors) {
        return unreadable(
                errors.stream().map(IntakePages::sentence).collect(Collectors.joining("; ")), CORRECT_DEFINITION);
    }

    private static Reading unreadable(String reason, String remedy) {
        return new Reading(Outcome.UNREADABLE, null, reason, remedy);
    }

    /** Also of an empty object or list, and of JSON's null. */
    private static boolean isBlank(byte[] body) {
        String text = new String(body, StandardCharsets.ISO_8859_1).strip();
        return text.equals("null") || text.chars().noneMatch(Character::isLetterOrDigit);
    }
}
