package ghl.gateway.submission.operator;

import ghl.gateway.submission.accept.KnownLocations;
import ghl.gateway.submission.check.MatchCheck;
import ghl.gateway.submission.input.ContactMatchInput;
import ghl.gateway.submission.journal.OrderingKeys;
import ghl.gateway.submission.journal.list.PersonKey;
import ghl.gateway.submission.step.ContactMatch;
import jakarta.enterprise.context.ApplicationScoped;

/** Finds out whom an operator means: spelled as in the forms, whatever the case of an e-mail or the shape of a number. */
@ApplicationScoped
class PersonLookup {

    private final KnownLocations locations;
    private final MatchCheck check;
    private final OrderingKeys lanes;

    PersonLookup(KnownLocations locations, MatchCheck check, OrderingKeys lanes) {
        this.locations = locations;
        this.check = check;
        this.lanes = lanes;
    }

    /**
     * Blocks; a national phone number may cost a call, for the country.
     *
     * @throws ghl.gateway.contact.InvalidInputException when it is not exactly one identifier, or none at all
     * @throws ghl.gateway.highlevel.call.UpstreamException when the location was never heard of and cannot be asked for
     */
    PersonKey of(ContactMatchInput who, String locationId) {
        ContactMatch match = check.person(who, locations.of(locationId));
        return new PersonKey(locationId, lanes.of(locationId, match), match.id());
    }
}
