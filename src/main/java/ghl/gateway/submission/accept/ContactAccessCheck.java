package ghl.gateway.submission.accept;

import ghl.gateway.highlevel.HighLevel;
import ghl.gateway.highlevel.call.CallDeadline;
import ghl.gateway.submission.input.Actor;
import ghl.gateway.submission.input.SubmitFormInput;
import ghl.gateway.submission.receipt.UserError;
import ghl.gateway.submission.receipt.UserErrorCode;
import ghl.gateway.submission.step.BlockingCalls;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * Whether a contact that an input names by its id is within the caller's reach. The CRM's token may be good for more
 * locations than the caller is, and the CRM's routes for one contact name no location.
 */
@ApplicationScoped
class ContactAccessCheck {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final HighLevel crm;
    private final Clock clock;

    ContactAccessCheck(HighLevel crm, Clock clock) {
        this.crm = crm;
        this.clock = clock;
    }

    /**
     * Costs one call where a caller bound to locations names a contact by its id. A contact elsewhere and none are the
     * same.
     *
     * @throws ghl.gateway.highlevel.call.UpstreamException when the CRM cannot be asked
     */
    List<UserError> check(Actor by, String locationId, SubmitFormInput input) {
        boolean deletes = input.deleteContactId() != null;
        String id = deletes
                ? input.deleteContactId()
                : input.match() == null ? null : input.match().id();
        if (id == null || by.locations().all() || isThere(locationId, id)) {
            return List.of();
        }
        return List.of(new UserError(
                UserErrorCode.UNKNOWN,
                "is no contact of this location",
                deletes ? List.of("input", "deleteContactId") : List.of("input", "match", "id")));
    }

    private boolean isThere(String locationId, String contactId) {
        return BlockingCalls.await(
                        crm.contact(locationId, contactId),
                        CallDeadline.until(clock.instant().plus(PATIENCE), clock))
                != null;
    }
}
