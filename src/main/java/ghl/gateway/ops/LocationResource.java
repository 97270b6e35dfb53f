package ghl.gateway.ops;

import ghl.gateway.access.Callers;
import ghl.gateway.access.caller.Caller;
import ghl.gateway.access.caller.Role;
import ghl.gateway.contact.Quota;
import ghl.gateway.credential.Connections;
import ghl.gateway.credential.install.Invitations;
import ghl.gateway.credential.status.LocationOverview;
import ghl.gateway.credential.store.Credential;
import ghl.gateway.credential.store.Owner;
import ghl.gateway.highlevel.HighLevel;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Connections to the CRM, and the remaining quota of each location. */
@Path("/ops/locations")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@RolesAllowed(Role.OPERATES)
public class LocationResource {

    private final LocationOverview locations;
    private final Connections connections;
    private final Invitations invitations;
    private final HighLevel highLevel;
    private final Callers callers;
    private final Clock clock;

    LocationResource(
            LocationOverview locations,
            Connections connections,
            Invitations invitations,
            HighLevel highLevel,
            Callers callers,
            Clock clock) {
        this.locations = locations;
        this.invitations = invitations;
        this.callers = callers;
        this.clock = clock;
        this.connections = connections;
        this.highLevel = highLevel;
    }

    public record Connected(List<Entry> locations) {}

    /**
     * Connected location or agency.
     *
     * @param tokenAgeSeconds time since {@code lastRefresh}; null when that is null
     * @param refusedSince since when the CRM has rejected the token; null when it has not
     * @param quota null for an agency
     * @param reconnect path that reconnects it; null when the settings contain the token
     */
    public record Entry(
            String id,
            Owner.Kind kind,
            LocationOverview.Source source,
            Credential.Status status,
            Instant connectedSince,
            List<String> scopes,
            Instant lastRefresh,
            Long tokenAgeSeconds,
            Instant expiresAt,
            Instant refusedSince,
            Quota quota,
            String reconnect) {}

    /** Address to open in a browser. */
    public record Invitation(String open) {}

    /** Whether a connection was deleted. */
    public record Forgotten(boolean forgotten) {}

    @GET
    public Connected all() {
        Caller caller = callers.current();
        return new Connected(locations.all().stream()
                .filter(state -> mayReach(caller, state.owner()))
                .map(this::entry)
                .toList());
    }

    /** Creates a link that connects any location or agency. Expires after a few minutes. */
    @POST
    @RolesAllowed(Role.OPERATES_EVERYWHERE)
    @Path("/connect")
    public Invitation connect() {
        return new Invitation(invitations.create(callers.current().id()));
    }

    /** Deletes the tokens of a location or agency, for example after the app was uninstalled there. */
    @POST
    @Path("/{kind}/{id}/forget")
    public Forgotten forget(String kind, String id) {
        Owner owner = owner(kind, id);
        Caller caller = callers.current();
        return new Forgotten(mayReach(caller, owner) && connections.forget(owner, caller.id()));
    }

    /** An agency needs access to all locations. */
    private static boolean mayReach(Caller caller, Owner owner) {
        return owner.isLocation()
                ? caller.locations().contains(owner.id())
                : caller.locations().all();
    }

    private static Owner owner(String kind, String id) {
        return switch (kind) {
            case "company" -> Owner.company(id);
            case "location" -> Owner.location(id);
            default -> throw new NotFoundException("kind must be company or location");
        };
    }

    private Entry entry(LocationOverview.State state) {
        boolean isLocation = state.owner().isLocation();
        return new Entry(
                state.owner().id(),
                state.owner().kind(),
                state.source(),
                state.status(),
                state.connectedSince(),
                state.scopes(),
                state.refreshedAt(),
                state.tokenAgeSeconds(clock.instant()),
                state.expiresAt(),
                state.refusedSince(),
                isLocation ? highLevel.quota(state.owner().id()) : null,
                state.source() == LocationOverview.Source.INSTALL ? "/oauth/install" : null);
    }
}
