package ghl.gateway.intake.sender;

import ghl.gateway.form.answer.Answers;

/**
 * What was answered, without the sender's wrapping.
 *
 * @param eventId the sender's own name for this submission: the same again is a repeat; null when it gives none
 */
public record ReceivedAnswers(Answers answers, String eventId) {

    /** @param eventId blank is none */
    static ReceivedAnswers of(Answers answers, String eventId) {
        return new ReceivedAnswers(answers, eventId == null || eventId.isBlank() ? null : EventIds.fitting(eventId));
    }
}
