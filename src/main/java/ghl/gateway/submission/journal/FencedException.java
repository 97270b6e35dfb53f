package ghl.gateway.submission.journal;

/** Another worker has picked the submission up: this one must stop and touch nothing. */
public final class FencedException extends RuntimeException {

    FencedException(String submissionId) {
        super("Submission " + submissionId + " is another worker's now", null, false, false);
    }
}
