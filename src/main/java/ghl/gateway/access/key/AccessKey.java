package ghl.gateway.access.key;

import ghl.gateway.access.caller.Caller;
import ghl.gateway.access.caller.Role;
import ghl.gateway.contact.LocationScope;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Set;

/**
 * What is kept of a key.
 *
 * @param id its public part, by which it is listed and revoked
 * @param digest of its secret part
 * @param holder the id of the first of the keys that replaced each other: the caller stays the same
 * @param label what it is for, in its maker's words
 * @param roles none for a publishable key
 * @param form null unless it is publishable, as are {@code origins} and {@code rates}
 * @param lastUsedAt to the hour; null when it never was
 * @param revokedAt null as long as it holds
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
     * How often a publishable key may submit its form, per minute.
     *
     * @param perKey from everywhere; null without a limit of its own
     * @param perAddress from one address; null without a limit of its own
     */
    public record FormRates(Integer perKey, Integer perAddress) {

        static final FormRates NONE = new FormRates(null, null);
    }

    public boolean isRevoked() {
        return revokedAt != null;
    }

    /** Who shows it. */
    public Caller caller() {
        return kind == KeyKind.SECRET
                ? Caller.ofSecretKey(holder, roles, locations)
                : Caller.ofPublishableKey(holder, form);
    }

    /** Takes the same time whatever is wrong. */
    boolean fits(ApiKeyText text) {
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
