package ghl.gateway.access.key;

import ghl.gateway.access.caller.Caller;
import ghl.gateway.access.caller.Role;
import ghl.gateway.contact.LocationScope;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Set;

/**
 * A stored access key.
 *
 * @param id public part of the key, by which it is listed and revoked
 * @param digest digest of the secret part
 * @param holder ID of the first key of a chain of rotations, which identifies the caller
 * @param label its purpose, as entered by its creator
 * @param roles empty for a publishable key
 * @param form form that a publishable key may submit; null for a secret key
 * @param origins pages that may use a publishable key; empty for a secret key
 * @param rates limits of a publishable key
 * @param lastUsedAt precise to the hour; null when never used
 * @param revokedAt null while valid
 */
public record AccessKey(
        String id,
        KeyKind kind,
        String digest,
        String holder,
        String label,
        Set<Role> roles,
        LocationScope locations,
        String form,
        Set<String> origins,
        FormRates rates,
        Instant createdAt,
        Instant lastUsedAt,
        Instant revokedAt) {

    public AccessKey {
        roles = Set.copyOf(roles);
        origins = Set.copyOf(origins);
    }

    /**
     * Submissions per minute that a publishable key allows.
     *
     * @param perKey in total; null for no limit
     * @param perAddress from one address; null for the form's or the gateway's limit
     */
    public record FormRates(Integer perKey, Integer perAddress) {

        static final FormRates NONE = new FormRates(null, null);
    }

    public boolean isRevoked() {
        return revokedAt != null;
    }

    public Caller caller() {
        return kind == KeyKind.SECRET
                ? Caller.ofSecretKey(holder, roles, locations)
                : Caller.ofPublishableKey(holder, form);
    }

    /** Compares in constant time. */
    boolean matches(ApiKeyText text) {
        return kind == text.kind() && MessageDigest.isEqual(bytes(digest), bytes(text.digest()));
    }

    private static byte[] bytes(String hexadecimal) {
        return hexadecimal.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public String toString() {
        return kind.prefix() + id;
    }
}
