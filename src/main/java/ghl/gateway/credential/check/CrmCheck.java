package ghl.gateway.credential.check;

import ghl.gateway.contact.ContactFilter;
import ghl.gateway.contact.ContactListRequest;
import ghl.gateway.contact.InvalidInputException;
import ghl.gateway.credential.status.LocationOverview;
import ghl.gateway.credential.store.Owner;
import ghl.gateway.highlevel.HighLevel;
import ghl.gateway.highlevel.call.UpstreamException;
import ghl.gateway.highlevel.call.UpstreamException.NotFound;
import ghl.gateway.highlevel.call.UpstreamException.Rejected;
import ghl.gateway.highlevel.call.UpstreamException.Unauthorized;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Tries every kind of call that the gateway makes. Blocks, and costs five calls per location. */
@ApplicationScoped
public class CrmCheck {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    /** A contact that does not exist: writing to it requires the scope and has no effect. */
    private static final String NO_CONTACT = "gatewayCheckUnknown0";

    private static final ContactListRequest ONE_CONTACT = new ContactListRequest(1, null, ContactFilter.NONE, null);

    private final HighLevel crm;
    private final LocationOverview locations;

    CrmCheck(HighLevel crm, LocationOverview locations) {
        this.crm = crm;
        this.locations = locations;
    }

    public List<Finding> all() {
        return locations.all().stream()
                .map(LocationOverview.State::owner)
                .filter(Owner::isLocation)
                .flatMap(owner -> of(owner.id()).stream())
                .toList();
    }

    public List<Finding> of(String locationId) {
        return Stream.of(
                        finding(locationId, Scope.LOCATION, crm.location(locationId)),
                        finding(locationId, Scope.CUSTOM_FIELDS, crm.customFieldDefinitions(locationId)),
                        finding(locationId, Scope.CONTACTS, crm.contacts(locationId, ONE_CONTACT)),
                        finding(
                                locationId,
                                Scope.WRITING,
                                crm.removeTags(locationId, NO_CONTACT, List.of("gateway-test"))),
                        finding(locationId, Scope.TASKS, crm.searchTasks(locationId, Set.of(NO_CONTACT))))
                .toList();
    }

    private static Finding finding(String locationId, Scope scope, Uni<?> call) {
        try {
            call.await().atMost(TIMEOUT);
            return Finding.granted(locationId, scope);
        } catch (NotFound | Rejected allowedAtLeast) {
            return Finding.granted(locationId, scope);
        } catch (Unauthorized refused) {
            return new Finding(
                    locationId,
                    scope,
                    refused.getMessage(),
                    refused.getMessage().contains(" scope"));
        } catch (UpstreamException | InvalidInputException | TimeoutException unknown) {
            return new Finding(locationId, scope, unknown.getMessage(), false);
        }
    }
}
