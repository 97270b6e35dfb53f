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
import ghl.gateway.time.Steady;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Shares reads between concurrent callers and caches them for {@code HIGHLEVEL_CACHE_TTL}; writes invalidate them.
 * Reads with a {@link CallDeadline} bypass the cache. Callers must check access first, because all get the same answer.
 */
@ApplicationScoped
public class SharedReads {

    private record Key(String locationId, String contactId, ReadKey<?> read, long epoch) {}

    private final RateBudget budget;
    private final RecentWrites recentWrites;
    private final InvalidationEpochs epochs = new InvalidationEpochs();
    private final CoalescingCache<Key, Object> cache;

    public SharedReads(
            HighLevelConfig config, RateBudget budget, RecentWrites recentWrites, @Steady Clock steadyClock) {
        this.budget = budget;
        this.recentWrites = recentWrites;
        this.cache = new CoalescingCache<>(
                new Freshness(config.cache().ttl(), config.cache().maxStale()),
                config.cache().size(),
                steadyClock);
    }

    public <T> Uni<T> readContact(String locationId, String contactId, ReadKey<T> read, Supplier<Uni<T>> call) {
        return cached(() -> contactKey(locationId, contactId, read), call);
    }

    /** A read that covers many contacts. Every write to the location invalidates it. */
    public <T> Uni<T> readLocation(String locationId, ReadKey<T> read, Supplier<Uni<T>> call) {
        return cached(() -> locationKey(locationId, read), call);
    }

    boolean needsNoCall(String locationId, String contactId, ReadKey<?> read) {
        return cache.needsNoCall(contactKey(locationId, contactId, read));
    }

    @SuppressWarnings("unchecked")
    <T> Optional<T> freshOrStale(String locationId, ReadKey<T> read) {
        return (Optional<T>) cache.freshOrStale(locationKey(locationId, read));
    }

    private Key contactKey(String locationId, String contactId, ReadKey<?> read) {
        return new Key(locationId, contactId, read, epochs.ofContact(locationId, contactId));
    }

    private Key locationKey(String locationId, ReadKey<?> read) {
        return new Key(locationId, null, read, epochs.ofLists(locationId));
    }

    /** A write to one contact. It invalidates however it ends, because it may have been carried out. */
    public <T> Uni<T> write(String locationId, String contactId, Uni<T> call) {
        return call.onTermination().invoke(() -> contactChanged(locationId, contactId));
    }

    /** A write whose answer names the contact. When the answer is lost, any contact may have changed. */
    public <T> Uni<T> writeUnknown(String locationId, Uni<T> call, Function<T, String> contactId) {
        return call.invoke(answer -> contactChanged(locationId, contactId.apply(answer)))
                .onFailure(failure -> failure instanceof UpstreamException.Unavailable lost && lost.maybeDone())
                .invoke(() -> anyContactChanged(locationId))
                .onCancellation()
                .invoke(() -> anyContactChanged(locationId));
    }

    private void contactChanged(String locationId, String contactId) {
        recentWrites.add(locationId, contactId);
        epochs.contactChanged(locationId, contactId);
    }

    private void anyContactChanged(String locationId) {
        recentWrites.add(locationId, null);
        epochs.anyContactChanged(locationId);
    }

    @SuppressWarnings("unchecked")
    private <T> Uni<T> cached(Supplier<Key> key, Supplier<Uni<T>> call) {
        return Uni.createFrom().context(context -> {
            if (CallDeadline.in(context).isPresent()) {
                return call.get();
            }
            Key current = key.get();
            Optional<ReadContext> readContext = ReadContext.in(context);
            readContext.ifPresent(caller -> caller.addLocation(current.locationId()));
            return (Uni<T>) cache.get(
                    current,
                    new LocationPressure(budget, current.locationId()),
                    age -> readContext.ifPresent(caller -> caller.countCacheHit(age)),
                    () -> (Uni<Object>) call.get());
        });
    }

    /** High while the location's calls are used up. Failures by an open circuit count as caused by it. */
    private record LocationPressure(RateBudget budget, String locationId) implements BudgetPressure {

        @Override
        public boolean isHigh() {
            return budget.isExhausted(locationId);
        }

        @Override
        public boolean caused(Throwable failure) {
            return failure instanceof RateLimited || FailureTranslator.isOpenCircuit(failure);
        }
    }
}
