package ghl.gateway.contact;

import java.util.Collection;
import java.util.Set;

/**
 * Locations that somebody may reach.
 *
 * @param all whether every one; then {@code ids} is empty
 */
public record LocationScope(boolean all, Set<String> ids) {

    public static final LocationScope ALL = new LocationScope(true, Set.of());
    public static final LocationScope NONE = new LocationScope(false, Set.of());

    private static final String EVERY = "*";

    public LocationScope {
        ids = Set.copyOf(ids);
    }

    /** @param words ids of locations; one that is {@code *} means all */
    public static LocationScope of(Collection<String> words) {
        return words.contains(EVERY) ? ALL : new LocationScope(false, Set.copyOf(words));
    }

    public boolean contains(String locationId) {
        return all || ids.contains(locationId);
    }

    /** What {@link #of} reads, separated by blanks. */
    @Override
    public String toString() {
        return all ? EVERY : String.join(" ", ids.stream().sorted().toList());
    }
}
