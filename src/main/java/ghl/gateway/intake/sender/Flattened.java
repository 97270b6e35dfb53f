package ghl.gateway.intake.sender;

import ghl.gateway.form.Answers;

/**
 * What was answered, without the sender's wrapping.
 *
 * @param eventId the sender's own name for this submission: the same again is a repeat; null when it gives none
 */
public record Flattened(Answers answers, String eventId) {

    /** @param eventId blank is none */
    static Flattened of(Answers answers, String eventId) {
        return new Flattened(answers, eventId == null || eventId.isBlank() ? null : EventIds.fitting(eventId));
    }
}
