package ghl.gateway.intake.sender;

import ghl.gateway.intake.body.RequestBody;

/** Extracts the answers from a sender's request body. */
@FunctionalInterface
public interface AnswerExtractor {

    /** @throws ghl.gateway.intake.body.MalformedBodyException when the body does not have this sender's format */
    ReceivedAnswers extract(RequestBody request);
}
