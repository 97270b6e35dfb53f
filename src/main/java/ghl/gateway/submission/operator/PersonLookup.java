package ghl.gateway.submission.operator;

import ghl.gateway.submission.accept.KnownLocations;
import ghl.gateway.submission.check.IdentifierCheck;
import ghl.gateway.submission.input.ContactMatchInput;
import ghl.gateway.submission.journal.OrderingKeys;
import ghl.gateway.submission.journal.list.PersonKey;
import ghl.gateway.submission.step.ContactMatch;
import jakarta.enterprise.context.ApplicationScoped;

/** Finds the person an operator names. E-mails and phone numbers are normalised like those of forms. */
@ApplicationScoped
class PersonLookup {

    private final KnownLocations locations;
    private final IdentifierCheck check;
    private final OrderingKeys orderingKeys;

    PersonLookup(KnownLocations locations, IdentifierCheck check, OrderingKeys orderingKeys) {
        this.locations = locations;
        this.check = check;
        this.orderingKeys = orderingKeys;
    }

    /**
     * Blocks. A national phone number may cost a call for the location's country.
     *
     * @throws ghl.gateway.contact.InvalidInputException unless exactly one valid identifier is given
     * @throws ghl.gateway.highlevel.call.UpstreamException if nothing is known of the location and the CRM does not answer
     */
    PersonKey find(ContactMatchInput who, String locationId) {
        ContactMatch match = check.person(who, locations.of(locationId));
        return new PersonKey(locationId, orderingKeys.of(locationId, match), match.id());
    }
}
