package ghl.gateway.submission.journal.list;

import ghl.gateway.contact.LocationScope;
import ghl.gateway.submission.receipt.ParkReason;
import ghl.gateway.submission.receipt.SubmissionStatus;
import ghl.gateway.submission.receipt.WaitReason;
import java.time.Instant;

/**
 * Filter of submissions. Components that are null match all.
 *
 * @param createdAfter inclusive
 * @param createdBefore exclusive
 */
public record SubmissionCriteria(
        LocationScope within,
        String locationId,
        SubmissionStatus status,
        WaitReason waitingFor,
        ParkReason reason,
        String form,
        Instant createdAfter,
        Instant createdBefore,
        PersonKey person) {}
