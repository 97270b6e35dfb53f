package ghl.gateway.access.caller;

import ghl.gateway.contact.LocationScope;
import java.util.EnumSet;
import java.util.Set;

/**
 * Who calls, and what that one may do.
 *
 * @param id stable and free of secrets and personal data: for logs, audits, and whose an idempotency key is. Keys that
 *     replaced each other have the same
 * @param locations what the caller may reach; an argument of a request only chooses among them
 * @param form the one form that a publishable key may submit; null for everybody else
 */
public record Caller(Kind kind, String id, Set<Role> roles, LocationScope locations, String form) {

    /** How the caller is known. */
    public enum Kind {
        /** Not at all, where that is not enough for anything. */
        NOBODY,
        /** Not at all, where the gateway is open: everybody may do everything. */
        OPEN,
        SECRET_KEY,
        /** A key that anybody can read in a page: no roles, only the right to submit its form. */
        PUBLISHABLE_KEY,
        /** Somebody with a token of the OpenID provider. */
        PERSON
    }

    public static final Caller NOBODY = new Caller(Kind.NOBODY, "nobody", Set.of(), LocationScope.NONE, null);
    public static final Caller OPEN = new Caller(Kind.OPEN, "open", EnumSet.allOf(Role.class), LocationScope.ALL, null);

    public Caller {
        roles = Set.copyOf(roles);
    }

    /** @param holder the same for all keys that replaced each other */
    public static Caller ofSecretKey(String holder, Set<Role> roles, LocationScope locations) {
        return new Caller(Kind.SECRET_KEY, "key " + holder, roles, locations, null);
    }

    public static Caller ofPublishableKey(String holder, String form) {
        return new Caller(Kind.PUBLISHABLE_KEY, "publishable key " + holder, Set.of(), LocationScope.NONE, form);
    }

    /** @param subject a digest of who it is, not who it is */
    public static Caller ofPerson(String subject, Set<Role> roles, LocationScope locations) {
        return new Caller(Kind.PERSON, "person " + subject, roles, locations, null);
    }

    public boolean may(Role role) {
        return roles.contains(role);
    }

    /** Whether it is anybody at all. */
    public boolean isKnown() {
        return kind != Kind.NOBODY;
    }
}
