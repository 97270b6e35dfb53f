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
 * Checks that a contact named by its id belongs to the caller's location. The CRM's token may cover more locations than the
 * caller may access, and the CRM's routes for one contact name no location.
 */
@ApplicationScoped
class ContactAccessCheck {

    private static final Duration TIME_LIMIT = Duration.ofSeconds(5);

    private final HighLevel crm;
    private final Clock clock;

    ContactAccessCheck(HighLevel crm, Clock clock) {
        this.crm = crm;
        this.clock = clock;
    }

    /**
     * Costs one call if a caller limited to locations names a contact by its id. A contact of another location is reported like
     * one that does not exist.
     *
     * @throws ghl.gateway.highlevel.call.UpstreamException if the CRM does not answer
     */
    List<UserError> check(Actor by, String locationId, SubmitFormInput input) {
        boolean deletes = input.deleteContactId() != null;
        String id = deletes
                ? input.deleteContactId()
                : input.match() == null ? null : input.match().id();
        if (id == null || by.locations().all() || exists(locationId, id)) {
            return List.of();
        }
        return List.of(new UserError(
                UserErrorCode.UNKNOWN,
                "does not exist in this location",
                deletes ? List.of("input", "deleteContactId") : List.of("input", "match", "id")));
    }

    private boolean exists(String locationId, String contactId) {
        return BlockingCalls.await(
                        crm.contact(locationId, contactId),
                        CallDeadline.until(clock.instant().plus(TIME_LIMIT), clock))
                != null;
    }
}
