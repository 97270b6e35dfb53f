package ghl.gateway.access.caller;

import ghl.gateway.contact.LocationScope;
import java.util.EnumSet;
import java.util.Set;

/**
 * The caller of a request and its rights.
 *
 * @param id stable, without secrets and personal data: appears in logs and the audit log and owns idempotency keys. Rotated
 *     keys keep it
 * @param locations the locations within reach; an argument of a request only chooses among them
 * @param form the only form that a publishable key may submit; otherwise null
 */
public record Caller(Kind kind, String id, Set<Role> roles, LocationScope locations, String form) {

    /** How the caller was authenticated. */
    public enum Kind {
        /** Not authenticated, without any rights. */
        ANONYMOUS,
        /** Not authenticated, with all rights: the gateway is open. */
        OPEN,
        SECRET_KEY,
        /** A key that anyone can read in a page: no roles, may only submit its form. */
        PUBLISHABLE_KEY,
        /** A person with a token of the OpenID provider. */
        PERSON
    }

    public static final Caller ANONYMOUS = new Caller(Kind.ANONYMOUS, "anonymous", Set.of(), LocationScope.NONE, null);
    public static final Caller OPEN = new Caller(Kind.OPEN, "open", EnumSet.allOf(Role.class), LocationScope.ALL, null);

    public Caller {
        roles = Set.copyOf(roles);
    }

    /** @param holder ID of the first of the keys that rotation has chained */
    public static Caller ofSecretKey(String holder, Set<Role> roles, LocationScope locations) {
        return new Caller(Kind.SECRET_KEY, "key " + holder, roles, locations, null);
    }

    public static Caller ofPublishableKey(String holder, String form) {
        return new Caller(Kind.PUBLISHABLE_KEY, "publishable key " + holder, Set.of(), LocationScope.NONE, form);
    }

    /** @param subject digest of the token's issuer and subject, which may be an e-mail address */
    public static Caller ofPerson(String subject, Set<Role> roles, LocationScope locations) {
        return new Caller(Kind.PERSON, "person " + subject, roles, locations, null);
    }

    public boolean may(Role role) {
        return roles.contains(role);
    }

    public boolean isKnown() {
        return kind != Kind.ANONYMOUS;
    }
}
