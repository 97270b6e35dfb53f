package ghl.gateway.submission.journal;

import ghl.gateway.submission.receipt.ContactOutcome;
import ghl.gateway.submission.receipt.ParkReason;
import ghl.gateway.submission.receipt.SubmissionStatus;
import ghl.gateway.submission.receipt.WaitReason;
import ghl.gateway.submission.receipt.Warning;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * How far a submission is as a whole.
 *
 * @param waitingFor null when it does not wait
 * @param reason why it needs a person; null when it does not
 * @param contactId null while it is not known
 * @param contactOutcome null while nothing has happened to the contact
 * @param failures tries in a row that failed for the CRM's sake
 * @param failingSince when the first of them was; null without any
 * @param nextAttemptAt when a worker shall look at it; null when none shall
 * @param settledAt when it came to rest; null before. Done without it: a look back is still due
 */
public record SubmissionState(
        SubmissionStatus status,
        WaitReason waitingFor,
        ParkReason reason,
        String contactId,
        ContactOutcome contactOutcome,
        List<Warning> warnings,
        int failures,
        Instant failingSince,
        Instant nextAttemptAt,
        Instant settledAt) {

    public static SubmissionState accepted(String contactId, Instant now) {
        return new SubmissionState(SubmissionStatus.QUEUED, null, null, contactId, null, List.of(), 0, null, now, null);
    }

    /** Whether it still wants to change something in the CRM, so that others of the same person wait for it. */
    public boolean isOpen() {
        return status == SubmissionStatus.QUEUED
                || status == SubmissionStatus.RUNNING
                || status == SubmissionStatus.WAITING;
    }

    /** Whether nothing is to be done but the look back. */
    public boolean isSettling() {
        return (status == SubmissionStatus.DONE || status == SubmissionStatus.PARKED) && nextAttemptAt != null;
    }

    /** @param leaseEnds when somebody else shall look at it, unless this worker says more */
    public SubmissionState running(Instant leaseEnds) {
        return now(SubmissionStatus.RUNNING, null, null, leaseEnds, null);
    }

    public SubmissionState waiting(WaitReason what, Instant until) {
        return now(SubmissionStatus.WAITING, what, null, until, null);
    }

    public SubmissionState parked(ParkReason why, Instant at) {
        return now(SubmissionStatus.PARKED, null, why, null, at);
    }

    public SubmissionState quarantined(Instant at) {
        return now(SubmissionStatus.QUARANTINED, null, null, null, at);
    }

    public SubmissionState discarded(Instant at) {
        return now(SubmissionStatus.DISCARDED, null, null, null, at);
    }

    public SubmissionState done(Instant at) {
        return now(SubmissionStatus.DONE, null, null, null, at);
    }

    public SubmissionState settling(Instant lookBackAt) {
        return now(SubmissionStatus.DONE, null, null, lookBackAt, null);
    }

    /** The same, looked at again then: for a look back, or for another try of it. */
    public SubmissionState laterAt(Instant at) {
        return isSettling() || status == SubmissionStatus.PARKED
                ? now(status, null, reason, at, settledAt)
                : waiting(WaitReason.RETRY, at);
    }

    public SubmissionState about(String contact, ContactOutcome outcome) {
        return new SubmissionState(
                status,
                waitingFor,
                reason,
                contact,
                outcome,
                warnings,
                failures,
                failingSince,
                nextAttemptAt,
                settledAt);
    }

    public SubmissionState warned(List<Warning> more) {
        List<Warning> all =
                Stream.concat(warnings.stream(), more.stream()).distinct().toList();
        return new SubmissionState(
                status,
                waitingFor,
                reason,
                contactId,
                contactOutcome,
                all,
                failures,
                failingSince,
                nextAttemptAt,
                settledAt);
    }

    /** One more failure in a row. */
    public SubmissionState failed(Instant now) {
        return failures(failures + 1, failingSince == null ? now : failingSince);
    }

    /** Something went well: the row of failures has ended. */
    public SubmissionState succeeded() {
        return failures == 0 ? this : failures(0, null);
    }

    private SubmissionState failures(int inARow, Instant since) {
        return new SubmissionState(
                status,
                waitingFor,
                reason,
                contactId,
                contactOutcome,
                warnings,
                inARow,
                since,
                nextAttemptAt,
                settledAt);
    }

    private SubmissionState now(SubmissionStatus is, WaitReason what, ParkReason why, Instant next, Instant settled) {
        return new SubmissionState(
                is, what, why, contactId, contactOutcome, warnings, failures, failingSince, next, settled);
    }
}
