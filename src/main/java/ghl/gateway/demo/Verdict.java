package ghl.gateway.demo;

import ghl.gateway.submission.receipt.SubmissionStatus;

/**
 * How things stand, in a sentence.
 *
 * @param goesOn whether looking again shows more
 */
public record Verdict(String sentence, boolean goesOn) {

    static Verdict of(SubmissionStatus status) {
        return switch (status) {
            case QUEUED, RUNNING ->
                new Verdict("It is on its way into the CRM. This page looks again by itself.", true);
            case WAITING -> new Verdict("It waits, and will be tried again. This page looks again by itself.", true);
            case DONE -> new Verdict("Everything has arrived in the CRM.", false);
            case PARKED -> new Verdict("It needs a person: the steps say why. What is done stays done.", false);
            case QUARANTINED ->
                new Verdict(
                        "It was taken for spam and set aside: the form was sent faster than people are, too often, or"
                                + " with a hidden field filled in. An operator may release it.",
                        false);
            case DISCARDED -> new Verdict("An operator gave it up.", false);
        };
    }
}
