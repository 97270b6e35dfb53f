package ghl.gateway.submission.journal;

/** Another worker has claimed the submission: this one must stop and change nothing. */
public final class FencedException extends RuntimeException {

    public FencedException(String submissionId) {
        super("Submission " + submissionId + " was claimed by another worker", null, false, false);
    }
}
