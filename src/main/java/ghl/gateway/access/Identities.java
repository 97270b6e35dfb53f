package ghl.gateway.access;

import ghl.gateway.access.Caller.Kind;
import ghl.gateway.access.key.Keyring;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.Collectors;

/** Callers as Quarkus' security knows them: the words of their roles, and the caller as an attribute. */
@ApplicationScoped
class Identities {

    private static final String CALLER = "ghl.gateway.caller";

    private final SecurityIdentity open = of(Caller.OPEN);
    private final Keyring keyring;

    Identities(Keyring keyring) {
        this.keyring = keyring;
    }

    SecurityIdentity open() {
        return open;
    }

    /** @throws AuthenticationFailedException when it is no key that holds; why is not said */
    SecurityIdentity ofKey(String text) {
        return keyring.open(text)
                .map(key -> of(key.caller()))
                .orElseThrow(() -> new AuthenticationFailedException("The key is not known, or no longer holds"));
    }

    static SecurityIdentity of(Caller caller) {
        return builder(caller).build();
    }

    static QuarkusSecurityIdentity.Builder builder(Caller caller) {
        QuarkusSecurityIdentity.Builder identity = QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(caller.id()))
                .addRoles(caller.roles().stream().map(Role::word).collect(Collectors.toSet()))
                .addAttribute(CALLER, caller);
        return caller.kind() == Kind.PUBLISHABLE_KEY ? identity.addRole(Role.SUBMITS_ONE_FORM) : identity;
    }

    /** Nobody, where Quarkus has not been told who it is. */
    static Caller caller(SecurityIdentity identity) {
        Caller caller = identity.getAttribute(CALLER);
        return caller == null ? Caller.NOBODY : caller;
    }
}
