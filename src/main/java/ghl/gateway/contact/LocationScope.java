package ghl.gateway.contact;

import java.util.Collection;
import java.util.Set;

/**
 * Set of locations that a caller may access.
 *
 * @param all whether it contains every location; {@code ids} is empty then
 */
public record LocationScope(boolean all, Set<String> ids) {

    public static final LocationScope ALL = new LocationScope(true, Set.of());
    public static final LocationScope NONE = new LocationScope(false, Set.of());
    private static final String WILDCARD = "*";

    public LocationScope {
        ids = Set.copyOf(ids);
    }

    /** @param words location IDs, or {@code *} for all locations */
    public static LocationScope of(Collection<String> words) {
        return words.contains(WILDCARD) ? ALL : new LocationScope(false, Set.copyOf(words));
    }

    public boolean contains(String locationId) {
        return all || ids.contains(locationId);
    }

    /** The words that {@link #of} accepts, separated by spaces. */
    @Override
    public String toString() {
        return all ? WILDCARD : String.join(" ", ids.stream().sorted().toList());
    }
}
