package ghl.gateway.demo;

import ghl.gateway.submission.receipt.SubmissionStatus;

/**
 * A submission's status, in a sentence.
 *
 * @param isPending whether the status may still change, so that the page reloads itself
 */
public record Verdict(String sentence, boolean isPending) {

    static Verdict of(SubmissionStatus status) {
        return switch (status) {
            case QUEUED, RUNNING -> new Verdict("Your form is on its way to the CRM. This page reloads itself.", true);
            case WAITING ->
                new Verdict("Your form is waiting for the next delivery attempt. This page reloads itself.", true);
            case DONE -> new Verdict("Everything has arrived in the CRM.", false);
            case PARKED ->
                new Verdict(
                        "Delivery stopped and needs a person; the steps below say why. Completed steps are kept.",
                        false);
            case QUARANTINED ->
                new Verdict(
                        "Your form looks like spam and was set aside: it was sent too fast or too often, or a hidden field"
                                + " was filled in. An operator can release it.",
                        false);
            case DISCARDED -> new Verdict("An operator discarded this form.", false);
        };
    }
}
