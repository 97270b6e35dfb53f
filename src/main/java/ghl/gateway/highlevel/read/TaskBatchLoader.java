package ghl.gateway.highlevel.read;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import ghl.gateway.contact.Task;
import ghl.gateway.highlevel.async.SteadyClock;
import ghl.gateway.highlevel.call.CallDeadline;
import ghl.gateway.highlevel.call.UpstreamException.RateLimited;
import ghl.gateway.highlevel.call.UpstreamException.Unavailable;
import ghl.gateway.highlevel.call.UpstreamException.Unavailable.Cause;
import ghl.gateway.highlevel.operation.TaskCalls;
import ghl.gateway.highlevel.operation.TaskSearch;
import ghl.gateway.highlevel.settings.HighLevelConfig;
import ghl.gateway.highlevel.settings.HighLevelConfig.Gather;
import io.smallrye.mutiny.Context;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * The tasks of contacts that are asked for in the same tick of an event loop, by one search. Contact by contact where
 * only one is asked for, for a {@link CallDeadline}, where an own write may not have reached the search, and where the search
 * does not serve.
 */
@ApplicationScoped
public class TaskBatchLoader {

    private static final Logger LOG = Logger.getLogger(TaskBatchLoader.class);

    /** How long a location is not searched again that refused it or gave an answer that makes no sense. */
    private static final Duration DISTRUST = Duration.ofMinutes(10);

    private static final long MOST_LOCATIONS = 10_000;

    /** Contacts in one search: a page of a list. Nobody has documented how many the CRM takes. */
    private static final int MOST_CONTACTS = 100;

    private static final Set<Cause> NO_HOPE = Set.of(Cause.NOT_SENT, Cause.TIMED_OUT);

    private final Gather gather;
    private final TaskCalls tasks;
    private final TaskSearch search;
    private final RecentWrites recentWrites;
    private final Cache<String, Boolean> distrusted;
    private final TickBatcher<List<Task>> tick = new TickBatcher<>(this::serve);

    public TaskBatchLoader(
            HighLevelConfig config, TaskCalls tasks, TaskSearch search, RecentWrites recentWrites, Clock clock) {
        this.gather = config.tasks().gather();
        this.tasks = tasks;
        this.search = search;
        this.recentWrites = recentWrites;
        Clock steady = new SteadyClock(clock);
        this.distrusted = Caffeine.newBuilder()
                .expireAfterWrite(DISTRUST)
                .maximumSize(MOST_LOCATIONS)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(steady.millis()))
                .build();
    }

    public Uni<List<Task>> of(String locationId, String contactId) {
        return Uni.createFrom()
                .context(context -> CallDeadline.in(context).isEmpty() && mayBeSearched(locationId, contactId)
                        ? tick.ask(locationId, contactId)
                        : tasks.all(locationId, contactId));
    }

    public Uni<Map<String, List<Task>>> searched(String locationId, Set<String> contactIds) {
        return search.of(locationId, contactIds);
    }

    private boolean mayBeSearched(String locationId, String contactId) {
        return gather != Gather.OFF
                && distrusted.getIfPresent(locationId) == null
                && !recentWrites.include(locationId, contactId);
    }

    private Cancellable serve(String locationId, Map<String, CompletableFuture<List<Task>>> asked, Context context) {
        List<Cancellable> reads = new CopyOnWriteArrayList<>();
        if (asked.size() == 1 && gather != Gather.ON) {
            oneByOne(locationId, asked, context, reads);
        } else {
            batches(asked).forEach(batch -> search(locationId, batch, context, reads));
        }
        return () -> reads.forEach(Cancellable::cancel);
    }

    private static <V> List<Map<String, V>> batches(Map<String, V> asked) {
        List<Map<String, V>> batches = new ArrayList<>();
        asked.forEach((contactId, answer) -> {
            if (batches.isEmpty() || batches.get(batches.size() - 1).size() == MOST_CONTACTS) {
                batches.add(new LinkedHashMap<>());
            }
            batches.get(batches.size() - 1).put(contactId, answer);
        });
        return batches;
    }

    private void search(
            String locationId,
            Map<String, CompletableFuture<List<Task>>> asked,
            Context context,
            List<Cancellable> reads) {
        reads.add(search.of(locationId, asked.keySet())
                .subscribe()
                .with(
                        context,
                        found -> asked.forEach((contactId, answer) -> answer.complete(found.get(contactId))),
                        failure -> withoutSearch(locationId, asked, failure, context, reads)));
    }

    /**
     * Calls that are spent would be spent on the contacts too, and a CRM that is not there or too slow for one call is for
     * many; everything else may be the search's own trouble.
     */
    private void withoutSearch(
            String locationId,
            Map<String, CompletableFuture<List<Task>>> asked,
            Throwable failure,
            Context context,
            List<Cancellable> reads) {
        if (failure instanceof RateLimited
                || failure instanceof Unavailable trouble && NO_HOPE.contains(trouble.reason())) {
            asked.values().forEach(answer -> answer.completeExceptionally(failure));
            return;
        }
        if (!(failure instanceof Unavailable)) {
            LOG.infof(
                    "Location %s: tasks are read contact by contact for a while, for %s",
                    locationId, failure.getMessage());
            distrusted.put(locationId, true);
        }
        oneByOne(locationId, asked, context, reads);
    }

    private void oneByOne(
            String locationId,
            Map<String, CompletableFuture<List<Task>>> asked,
            Context context,
            List<Cancellable> reads) {
        asked.forEach((contactId, answer) -> reads.add(tasks.all(locationId, contactId)
                .subscribe()
                .with(context, answer::complete, answer::completeExceptionally)));
    }

    /** How many calls the tasks of so many contacts cost that nobody has read and nobody has written to. */
    int calls(String locationId, int contacts) {
        boolean searched = gather != Gather.OFF
                && distrusted.getIfPresent(locationId) == null
                && (contacts > 1 || gather == Gather.ON);
        return searched ? (contacts + MOST_CONTACTS - 1) / MOST_CONTACTS : contacts;
    }

    /** The same for contacts that nobody knows yet, which may be those that have been written to lately. */
    int callsNow(String locationId, int contacts) {
        return calls(locationId, contacts, recentWrites.many(locationId, contacts));
    }

    int callsNow(String locationId, List<String> contactIds) {
        long written = contactIds.stream()
                .filter(contactId -> recentWrites.include(locationId, contactId))
                .count();
        return calls(locationId, contactIds.size(), (int) written);
    }

    private int calls(String locationId, int contacts, int written) {
        return calls(locationId, contacts - written) + written;
    }
}
