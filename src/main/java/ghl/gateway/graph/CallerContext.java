package ghl.gateway.graph;

import ghl.gateway.access.Callers;
import ghl.gateway.access.caller.Caller;
import ghl.gateway.access.caller.LocationChoice;
import ghl.gateway.highlevel.HighLevel;
import ghl.gateway.submission.input.Actor;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;

/**
 * Caller of the current request and the location it concerns. Resolvers read it before they wait for anything, as
 * {@link Callers#current()} requires.
 */
@ApplicationScoped
class CallerContext {

    private final Callers callers;
    private final LocationChoice locations;
    private final HighLevel highLevel;

    CallerContext(Callers callers, LocationChoice locations, HighLevel highLevel) {
        this.callers = callers;
        this.locations = locations;
        this.highLevel = highLevel;
    }

    Caller caller() {
        return callers.current();
    }

    /** @throws java.util.NoSuchElementException for callers without a key */
    HttpServerRequest request() {
        return callers.request().orElseThrow();
    }

    Actor actor() {
        return new Actor(caller().id(), caller().locations());
    }

    /** @param requested ID or name of a location, or null to use the caller's default */
    String locationId(String requested) {
        return locations.of(caller(), requested);
    }

    /**
     * Reads a record that belongs to a contact. The CRM's task and note responses do not contain the location, and a
     * token may be valid for several. For a caller restricted to some locations, the contact is therefore read first:
     * its response contains the location.
     *
     * @return null when the location has no such contact
     */
    <T> Uni<T> readOfContact(String requestedLocation, String contactId, Function<String, Uni<T>> read) {
        String location = locationId(requestedLocation);
        return caller().locations().all()
                ? read.apply(location)
                : highLevel
                        .contact(location, contactId)
                        .chain(contact -> contact == null ? Uni.createFrom().nullItem() : read.apply(location));
    }
}
