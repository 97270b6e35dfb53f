package ghl.gateway.highlevel.read;

import ghl.gateway.highlevel.budget.RateBudget;
import ghl.gateway.highlevel.cache.BudgetPressure;
import ghl.gateway.highlevel.cache.CoalescingCache;
import ghl.gateway.highlevel.cache.Freshness;
import ghl.gateway.highlevel.cache.InvalidationEpochs;
import ghl.gateway.highlevel.call.CallDeadline;
import ghl.gateway.highlevel.call.ReadContext;
import ghl.gateway.highlevel.call.UpstreamException;
import ghl.gateway.highlevel.call.UpstreamException.RateLimited;
import ghl.gateway.highlevel.settings.HighLevelConfig;
import ghl.gateway.highlevel.transport.FailureTranslator;
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
 * which nobody sees what was read before. A {@link CallDeadline} reads for itself. Whoever may read is decided before: the
 * same answer goes to all.
 */
@ApplicationScoped
public class SharedReads {

    private record Key(String locationId, String contactId, ReadKey<?> question, long generation) {}

    private final RateBudget budget;
    private final RecentWrites recentWrites;
    private final InvalidationEpochs generations = new InvalidationEpochs();
    private final CoalescingCache<Key, Object> remembered;

    public SharedReads(HighLevelConfig config, RateBudget budget, RecentWrites recentWrites, Clock clock) {
        this.budget = budget;
        this.recentWrites = recentWrites;
        this.remembered =
                new CoalescingCache<>(freshness(config), config.cache().size().asLongValue(), clock);
    }

    /** Makes a senseless setting stop the start rather than the first read. */
    void check(@Observes StartupEvent start) {}

    public <T> Uni<T> ofContact(String locationId, String contactId, ReadKey<T> question, Supplier<Uni<T>> read) {
        return remembered(() -> keyOfContact(locationId, contactId, question), read);
    }

    /** What the CRM tells about many contacts: forgotten with every write to the location. */
    public <T> Uni<T> ofLocation(String locationId, ReadKey<T> question, Supplier<Uni<T>> read) {
        return remembered(() -> keyOfLocation(locationId, question), read);
    }

    /** Whether such a read would be served without a call of its own, if calls were scarce. */
    boolean spares(String locationId, String contactId, ReadKey<?> question) {
        return remembered.needsNoCall(keyOfContact(locationId, contactId, question));
    }

    /** What would be handed out of a read about many contacts, if calls were scarce. */
    @SuppressWarnings("unchecked")
    <T> Optional<T> known(String locationId, ReadKey<T> question) {
        return (Optional<T>) remembered.known(keyOfLocation(locationId, question));
    }

    private Key keyOfContact(String locationId, String contactId, ReadKey<?> question) {
        return new Key(locationId, contactId, question, generations.ofContact(locationId, contactId));
    }

    private Key keyOfLocation(String locationId, ReadKey<?> question) {
        return new Key(locationId, null, question, generations.ofLists(locationId));
    }

    /** A write to one contact. However it ends, it may have been done. */
    public <T> Uni<T> change(String locationId, String contactId, Uni<T> write) {
        return write.onTermination().invoke(() -> changed(locationId, contactId));
    }

    /** A write whose answer says which contact it was; where none comes, it may have been any. */
    public <T> Uni<T> changeUnknown(String locationId, Uni<T> write, Function<T, String> contactId) {
        return write.invoke(answer -> changed(locationId, contactId.apply(answer)))
                .onFailure(SharedReads::maybeDone)
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
            if (CallDeadline.in(context).isPresent()) {
                return read.get();
            }
            Key now = key.get();
            Optional<ReadContext> inquiry = ReadContext.in(context);
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
    private final class Spent implements BudgetPressure {

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
            return failure instanceof RateLimited || FailureTranslator.isOpenCircuit(failure);
        }
    }
}
