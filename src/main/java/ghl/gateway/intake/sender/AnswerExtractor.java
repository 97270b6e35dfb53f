package ghl.gateway.intake.sender;

import ghl.gateway.intake.body.RequestBody;

/** Takes the answers out of what a sender posts. */
@FunctionalInterface
public interface AnswerExtractor {

    /** @throws ghl.gateway.intake.body.MalformedBodyException when it is not what this sender posts */
    ReceivedAnswers flatten(RequestBody posted);
}
