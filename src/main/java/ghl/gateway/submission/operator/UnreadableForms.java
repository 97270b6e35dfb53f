package ghl.gateway.submission.operator;

import ghl.gateway.submission.accept.SubmissionRequest;
import ghl.gateway.submission.journal.ReceivedBody;

/** Reads forms again that could not be read. Implemented by the intake, which knows how senders encode answers. */
public interface UnreadableForms {

    /**
     * What a body says by the form's present definition.
     *
     * @throws NotPossibleException if it still cannot be read; the message says why and what to do
     */
    SubmissionRequest read(String form, ReceivedBody body);
}
