package ghl.gateway.publicform;

import ghl.gateway.submission.receipt.Submission;
import ghl.gateway.submission.receipt.SubmissionBuilder;
import ghl.gateway.submission.receipt.SubmissionStatus;
import ghl.gateway.submission.receipt.SubmitFormPayload;

/** What a page is told: an id and QUEUED, whatever the gateway knows beside. */
final class PublicReceipt {

    private PublicReceipt() {}

    static SubmitFormPayload of(SubmitFormPayload payload) {
        if (payload.submission() == null) {
            return SubmitFormPayload.refused(payload.userErrors());
        }
        return new SubmitFormPayload(
                queued(payload.submission().id()), null, null, null, null, null, payload.userErrors());
    }

    private static Submission queued(String id) {
        return SubmissionBuilder.builder()
                .id(id)
                .status(SubmissionStatus.QUEUED)
                .build();
    }
}
