package ghl.gateway.access.key;

import ghl.gateway.access.caller.Caller;
import ghl.gateway.access.caller.Caller.Kind;
import ghl.gateway.access.caller.Role;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;

/** Callers as Quarkus' security knows them: the words of their roles, and the caller as an attribute. */
@ApplicationScoped
public class CallerIdentities {

    private static final String CALLER = "ghl.gateway.caller";
    private static final String KEY = "ghl.gateway.key";
    private static final String REQUEST = "ghl.gateway.request";
    private static final String END = "ghl.gateway.end";

    private final SecurityIdentity open = of(Caller.OPEN);
    private final Keyring keyring;
    private final Clock clock;

    CallerIdentities(Keyring keyring, Clock clock) {
        this.keyring = keyring;
        this.clock = clock;
    }

    public SecurityIdentity open() {
        return open;
    }

    /** @throws AuthenticationFailedException when it is no key that holds; why is not said */
    public SecurityIdentity ofKey(String text, HttpServerRequest request) {
        return keyring.open(text)
                .map(key -> builder(key.caller())
                        .addAttribute(KEY, key.id())
                        .addAttribute(REQUEST, request)
                        .build())
                .orElseThrow(() -> new AuthenticationFailedException("The key is not known, or no longer holds"));
    }

    public boolean hold(SecurityIdentity identity) {
        String key = identity.getAttribute(KEY);
        Instant end = identity.getAttribute(END);
        return (key == null || keyring.holds(key))
                && (end == null || clock.instant().isBefore(end));
    }

    /** @param end when the token runs out */
    public static SecurityIdentity ofPerson(Caller person, Instant end) {
        return builder(person).addAttribute(END, end).build();
    }

    public static SecurityIdentity of(Caller caller) {
        return builder(caller).build();
    }

    private static QuarkusSecurityIdentity.Builder builder(Caller caller) {
        QuarkusSecurityIdentity.Builder identity = QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(caller.id()))
                .addRoles(caller.roles().stream().map(Role::word).collect(Collectors.toSet()))
                .addAttribute(CALLER, caller);
        if (caller.may(Role.OPERATOR) && caller.locations().all()) {
            identity.addRole(Role.OPERATES_EVERYWHERE);
        }
        return caller.kind() == Kind.PUBLISHABLE_KEY ? identity.addRole(Role.SUBMITS_ONE_FORM) : identity;
    }

    /** What the caller's key came with; empty for callers without one. */
    public static Optional<HttpServerRequest> request(SecurityIdentity identity) {
        return Optional.ofNullable(identity.getAttribute(REQUEST));
    }

    /** Nobody, where Quarkus has not been told who it is. */
    public static Caller caller(SecurityIdentity identity) {
        Caller caller = identity.getAttribute(CALLER);
        return caller == null ? Caller.NOBODY : caller;
    }
}
