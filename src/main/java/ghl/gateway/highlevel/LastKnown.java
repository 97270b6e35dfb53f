package ghl.gateway.highlevel;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import ghl.gateway.highlevel.UpstreamException.RateLimited;
import ghl.gateway.highlevel.UpstreamException.Unavailable;
import ghl.gateway.highlevel.cache.Freshness;
import ghl.gateway.highlevel.cache.Remembered;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** One fact about each location. While the CRM cannot be asked, however old a value is better than none. */
final class LastKnown<V> {

    private static final Logger LOG = Logger.getLogger(LastKnown.class);
    private static final int MOST_LOCATIONS = 1_000;
    private static final long MOST_BYTES = 20_000_000;

    private final String what;
    private final Remembered<String, V> remembered;
    private final Cache<String, V> known =
            Caffeine.newBuilder().maximumSize(MOST_LOCATIONS).build();
    private final Set<String> usedOn = ConcurrentHashMap.newKeySet();

    LastKnown(String what, Duration ttl, Clock clock) {
        this.what = what;
        this.remembered = new Remembered<>(Freshness.of(ttl), MOST_BYTES, clock);
    }

    /** A {@link Delivery} that needs a call makes its own: one that others began may wait longer than it can. */
    Uni<V> of(String locationId, Supplier<Uni<V>> read) {
        return Uni.createFrom()
                .context(context -> Delivery.in(context).isPresent()
                        ? freshOrOwn(locationId, read)
                        : remembered.get(locationId, () -> read(locationId, read)))
                .onFailure(failure -> failure instanceof Unavailable || failure instanceof RateLimited)
                .recoverWithUni(failure -> lastKnown(locationId, failure));
    }

    private Uni<V> freshOrOwn(String locationId, Supplier<Uni<V>> read) {
        return remembered
                .fresh(locationId)
                .map(fresh -> Uni.createFrom().item(fresh))
                .orElseGet(() -> read(locationId, read).invoke(value -> remembered.keep(locationId, value)));
    }

    private Uni<V> read(String locationId, Supplier<Uni<V>> read) {
        return read.get().invoke(value -> {
            known.put(locationId, value);
            usedOn.remove(locationId);
        });
    }

    private Uni<V> lastKnown(String locationId, Throwable failure) {
        V value = known.getIfPresent(locationId);
        if (value == null) {
            return Uni.createFrom().failure(failure);
        }
        if (usedOn.add(locationId)) {
            LOG.warnf("Location %s: its %s is used on as last known, for %s", locationId, what, failure.getMessage());
        }
        return Uni.createFrom().item(value);
    }
}
