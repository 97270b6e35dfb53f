package ghl.gateway.submission.accept;

import ghl.gateway.submission.journal.ReceivedBody;

/**
 * A form of a sender that proved who it is, whose body could not be read.
 *
 * @param locationId location of the CRM it is meant for
 * @param event the key of the sender's event; null if none was found
 * @param reason why it could not be read; stored in clear, so without answers
 */
public record UnreadableForm(String form, String locationId, ReceivedBody body, String event, String reason) {

    /** The same, known by its body only. */
    UnreadableForm withoutEvent() {
        return new UnreadableForm(form, locationId, body, null, reason);
    }
}
