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

/** Where a resolver works, and for whom. To be asked before anything is waited for, as {@link Callers#current()} says. */
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

    Actor authority() {
        return authority(caller());
    }

    static Actor authority(Caller caller) {
        return new Actor(caller.id(), caller.locations());
    }

    /** @param asked null where the request names none */
    String of(String asked) {
        return locations.of(caller(), asked);
    }

    /**
     * Reads what belongs to a contact. The CRM's answers about tasks and notes do not say whose location they are of, and a
     * token may be good for several: a caller bound to locations gets them by way of the contact, which does.
     *
     * @return null when the location has no such contact
     */
    <T> Uni<T> ofContact(String asked, String contactId, Function<String, Uni<T>> read) {
        String location = of(asked);
        return caller().locations().all()
                ? read.apply(location)
                : highLevel
                        .contact(location, contactId)
                        .chain(contact -> contact == null ? Uni.createFrom().nullItem() : read.apply(location));
    }
}
