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

/** Quarkus security identities of callers: roles by their words, the caller as an attribute. */
@ApplicationScoped
public class CallerIdentities {

    private static final String CALLER = "ghl.gateway.caller";
    private static final String KEY_ID = "ghl.gateway.key";
    private static final String REQUEST = "ghl.gateway.request";
    private static final String EXPIRY = "ghl.gateway.end";

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

    /** @throws AuthenticationFailedException when it is not a valid key; the reason is not disclosed */
    public SecurityIdentity ofKey(String text, HttpServerRequest request) {
        return keyring.authenticate(text)
                .map(key -> builder(key.caller())
                        .addAttribute(KEY_ID, key.id())
                        .addAttribute(REQUEST, request)
                        .build())
                .orElseThrow(AuthenticationFailedException::new);
    }

    /** Whether the key is not revoked and the token not expired. */
    public boolean isStillValid(SecurityIdentity identity) {
        String keyId = identity.getAttribute(KEY_ID);
        Instant expiry = identity.getAttribute(EXPIRY);
        return (keyId == null || keyring.isValid(keyId))
                && (expiry == null || clock.instant().isBefore(expiry));
    }

    /** @param expiry of the token */
    public static SecurityIdentity ofPerson(Caller person, Instant expiry) {
        return builder(person).addAttribute(EXPIRY, expiry).build();
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

    /** Request that carried the caller's key; empty for callers without one. */
    public static Optional<HttpServerRequest> request(SecurityIdentity identity) {
        return Optional.ofNullable(identity.getAttribute(REQUEST));
    }

    /** Caller of an identity; {@link Caller#ANONYMOUS} when it was not authenticated here. */
    public static Caller caller(SecurityIdentity identity) {
        Caller caller = identity.getAttribute(CALLER);
        return caller == null ? Caller.ANONYMOUS : caller;
    }
}
