package ghl.gateway.intake.sender;

import ghl.gateway.form.definition.Questions;
import ghl.gateway.form.definition.SenderType;
import ghl.gateway.intake.body.RequestBody;

/** How one kind of sender signs its requests and encodes answers. */
public interface SenderFormat {

    SenderType type();

    /** Null for senders that do not sign. */
    default Signature signature() {
        return null;
    }

    /**
     * Whether the request has this sender's unmistakable structure, whatever was answered. It proves nothing about who sent
     * it.
     */
    boolean matches(RequestBody request);

    /**
     * Extracts the answers.
     *
     * @param questions of the form, whose answers are kept before others when the limits do not allow all
     * @throws ghl.gateway.intake.body.MalformedBodyException when the body does not have this sender's format
     */
    ReceivedAnswers read(RequestBody request, Questions questions);
}
