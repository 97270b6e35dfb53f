package ghl.gateway.intake.sender;

import ghl.gateway.form.answer.Answers;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Answers extracted from a request body.
 *
 * @param eventId the sender's id of this submission, which identifies repeats; null without one
 */
public record ReceivedAnswers(Answers answers, String eventId) {

    private static final int MAX_ID_LENGTH = 200;
    private static final int DIGEST_CHARACTERS = 16;

    /** @param eventId blank means none; an id too long for a key is replaced by its digest */
    static ReceivedAnswers of(Answers answers, String eventId) {
        if (eventId == null || eventId.isBlank()) {
            return new ReceivedAnswers(answers, null);
        }
        String key = eventId.length() <= MAX_ID_LENGTH ? eventId : DigestUtils.sha256Hex(eventId);
        return new ReceivedAnswers(answers, key);
    }

    /** For senders that send an entry again after an edit: the same entry with the same answers is a repeat. */
    static ReceivedAnswers ofEntry(Answers answers, String entryId) {
        if (entryId == null || entryId.isBlank()) {
            return of(answers, null);
        }
        String text = answers.names().stream()
                .map(name -> name + "=" + answers.values(name))
                .collect(Collectors.joining("\n"));
        return of(answers, entryId + "-" + DigestUtils.sha256Hex(text).substring(0, DIGEST_CHARACTERS));
    }
}
