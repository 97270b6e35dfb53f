package ghl.gateway.submission.journal;

import ghl.gateway.submission.receipt.ContactOutcome;
import ghl.gateway.submission.receipt.ParkReason;
import ghl.gateway.submission.receipt.SubmissionStatus;
import ghl.gateway.submission.receipt.WaitReason;
import ghl.gateway.submission.receipt.Warning;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * The state of a submission as a whole.
 *
 * @param waitingFor null unless it waits
 * @param reason why it is parked; null unless it is
 * @param contactId null until known
 * @param contactOutcome null until something happened to the contact
 * @param failures consecutive failures of the CRM
 * @param failingSince time of the first of them; null if there are none
 * @param nextAttemptAt when a worker runs it next; null if none will
 * @param settledAt when it came to rest; null before. Done without it means that a late effect check is due
 */
@RecordBuilder
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
        Instant settledAt)
        implements SubmissionStateBuilder.With {

    public static SubmissionState accepted(String contactId, Instant now) {
        return new SubmissionState(SubmissionStatus.QUEUED, null, null, contactId, null, List.of(), 0, null, now, null);
    }

    /** Whether it still has calls to make, so that later submissions of the same person wait for it. */
    public boolean isOpen() {
        return status == SubmissionStatus.QUEUED
                || status == SubmissionStatus.RUNNING
                || status == SubmissionStatus.WAITING;
    }

    /** Whether its body waits to be read again, so that it has no steps yet. */
    public boolean isUnreadable() {
        return status == SubmissionStatus.PARKED && reason == ParkReason.UNREADABLE;
    }

    /** Whether a retry of its steps may continue it. */
    public boolean isStalled() {
        return status == SubmissionStatus.WAITING
                || status == SubmissionStatus.PARKED
                        && reason != ParkReason.APPROVAL
                        && reason != ParkReason.UNREADABLE;
    }

    /** Whether it counts towards what its form may set aside. */
    public boolean isSetAside() {
        return status == SubmissionStatus.QUARANTINED || isUnreadable();
    }

    /** Whether only the late effect check is left. */
    public boolean isSettling() {
        return (status == SubmissionStatus.DONE || status == SubmissionStatus.PARKED) && nextAttemptAt != null;
    }

    /** @param leaseEnds when another worker may take over */
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

    public SubmissionState settling(Instant checkAt) {
        return now(SubmissionStatus.DONE, null, null, checkAt, null);
    }

    /** Moves the next attempt, or the late effect check, to {@code at}. */
    public SubmissionState postponedTo(Instant at) {
        return isSettling() || status == SubmissionStatus.PARKED
                ? withNextAttemptAt(at)
                : waiting(WaitReason.RETRY, at);
    }

    public SubmissionState about(String contact, ContactOutcome outcome) {
        return withContactId(contact).withContactOutcome(outcome);
    }

    public SubmissionState warned(List<Warning> more) {
        return withWarnings(
                Stream.concat(warnings.stream(), more.stream()).distinct().toList());
    }

    /** One more consecutive failure. */
    public SubmissionState failed(Instant now) {
        return withFailures(failures + 1).withFailingSince(failingSince == null ? now : failingSince);
    }

    /** Resets the failure count. */
    public SubmissionState succeeded() {
        return withFailures(0).withFailingSince(null);
    }

    private SubmissionState now(SubmissionStatus is, WaitReason what, ParkReason why, Instant next, Instant settled) {
        return new SubmissionState(
                is, what, why, contactId, contactOutcome, warnings, failures, failingSince, next, settled);
    }
}
