package ghl.gateway.submission.journal.list;

import ghl.gateway.contact.LocationScope;
import ghl.gateway.submission.receipt.ParkReason;
import ghl.gateway.submission.receipt.SubmissionStatus;
import ghl.gateway.submission.receipt.WaitReason;
import java.time.Instant;

/**
 * Which submissions; everything that is not null must hold.
 *
 * @param within these locations only
 * @param createdAfter accepted at this time or later
 * @param createdBefore accepted before this time
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
