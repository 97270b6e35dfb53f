package ghl.gateway.highlevel;

import ghl.gateway.highlevel.UpstreamException.RateLimited;
import ghl.gateway.highlevel.budget.RateBudget;
import ghl.gateway.highlevel.cache.Freshness;
import ghl.gateway.highlevel.cache.Generations;
import ghl.gateway.highlevel.cache.Remembered;
import ghl.gateway.highlevel.cache.Shortage;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Reads of the CRM, shared by those who ask at the same time and kept for {@code highlevel.cache.ttl}; and writes, after
 * which nobody sees what was read before. A {@link Delivery} reads for itself. Whoever may read is decided before: the
 * same answer goes to all.
 */
@ApplicationScoped
class Reads {

    private record Key(String locationId, String contactId, Question<?> question, long generation) {}

    private final RateBudget budget;
    private final RecentWrites recentWrites;
    private final Generations generations = new Generations();
    private final Remembered<Key, Object> remembered;

    Reads(HighLevelConfig config, RateBudget budget, RecentWrites recentWrites, Clock clock) {
        this.budget = budget;
        this.recentWrites = recentWrites;
        this.remembered =
                new Remembered<>(freshness(config), config.cache().size().asLongValue(), clock);
    }

    /** Makes a senseless setting stop the start rather than the first read. */
    void check(@Observes StartupEvent start) {}

    <T> Uni<T> ofContact(String locationId, String contactId, Question<T> question, Supplier<Uni<T>> read) {
        return remembered(() -> keyOfContact(locationId, contactId, question), read);
    }

    /** What the CRM tells about many contacts: forgotten with every write to the location. */
    <T> Uni<T> ofLocation(String locationId, Question<T> question, Supplier<Uni<T>> read) {
        return remembered(() -> keyOfLocation(locationId, question), read);
    }

    /** Whether such a read would be served without a call of its own, if calls were scarce. */
    boolean spares(String locationId, String contactId, Question<?> question) {
        return remembered.needsNoCall(keyOfContact(locationId, contactId, question));
    }

    /** What would be handed out of a read about many contacts, if calls were scarce. */
    @SuppressWarnings("unchecked")
    <T> Optional<T> known(String locationId, Question<T> question) {
        return (Optional<T>) remembered.known(keyOfLocation(locationId, question));
    }

    private Key keyOfContact(String locationId, String contactId, Question<?> question) {
        return new Key(locationId, contactId, question, generations.ofContact(locationId, contactId));
    }

    private Key keyOfLocation(String locationId, Question<?> question) {
        return new Key(locationId, null, question, generations.ofLists(locationId));
    }

    /** A write to one contact. However it ends, it may have been done. */
    <T> Uni<T> change(String locationId, String contactId, Uni<T> write) {
        return write.onTermination().invoke(() -> changed(locationId, contactId));
    }

    /** A write whose answer says which contact it was; where none comes, it may have been any. */
    <T> Uni<T> changeUnknown(String locationId, Uni<T> write, Function<T, String> contactId) {
        return write.invoke(answer -> changed(locationId, contactId.apply(answer)))
                .onFailure(Reads::maybeDone)
                .invoke(() -> anyChanged(locationId))
                .onCancellation()
                .invoke(() -> anyChanged(locationId));
    }

    private static boolean maybeDone(Throwable failure) {
        return failure instanceof UpstreamException.Unavailable trouble && trouble.maybeDone();
    }

    private void changed(String locationId, String contactId) {
        recentWrites.note(locationId, contactId);
        generations.raise(locationId, contactId);
    }

    private void anyChanged(String locationId) {
        recentWrites.noteAll(locationId);
        generations.raiseAll(locationId);
    }

    @SuppressWarnings("unchecked")
    private <T> Uni<T> remembered(Supplier<Key> key, Supplier<Uni<T>> read) {
        return Uni.createFrom().context(context -> {
            if (Delivery.in(context).isPresent()) {
                return read.get();
            }
            Key now = key.get();
            Optional<Inquiry> inquiry = Inquiry.in(context);
            inquiry.ifPresent(caller -> caller.asks(now.locationId()));
            return (Uni<T>) remembered.get(
                    now, new Spent(now.locationId()), age -> inquiry.ifPresent(caller -> caller.remembered(age)), () ->
                            (Uni<Object>) read.get());
        });
    }

    private static Freshness freshness(HighLevelConfig config) {
        try {
            return new Freshness(config.cache().ttl(), config.cache().maxStale());
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(e.getMessage());
        }
    }

    /** The location's calls are spent for now, or none are made. */
    private final class Spent implements Shortage {

        private final String locationId;

        Spent(String locationId) {
            this.locationId = locationId;
        }

        @Override
        public boolean isNow() {
            return budget.isShort(locationId);
        }

        @Override
        public boolean explains(Throwable failure) {
            return failure instanceof RateLimited || Failures.isOpenCircuit(failure);
        }
    }
}
