package ghl.gateway.highlevel.read;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import ghl.gateway.contact.Task;
import ghl.gateway.highlevel.call.CallDeadline;
import ghl.gateway.highlevel.call.UpstreamException.RateLimited;
import ghl.gateway.highlevel.call.UpstreamException.Unavailable;
import ghl.gateway.highlevel.call.UpstreamException.Unavailable.Cause;
import ghl.gateway.highlevel.operation.TaskCalls;
import ghl.gateway.highlevel.operation.TaskSearch;
import ghl.gateway.highlevel.settings.HighLevelConfig;
import ghl.gateway.highlevel.settings.HighLevelConfig.Gather;
import ghl.gateway.time.ClockNanos;
import ghl.gateway.time.Steady;
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
import org.jboss.logging.Logger;

/**
 * Loads the tasks that are requested in the same tick of an event loop with one search. Reads contact by contact when
 * only one is requested, under a {@link CallDeadline}, when a recent write may not have reached the search, and where
 * the search does not work.
 */
@ApplicationScoped
public class TaskBatchLoader {

    private static final Logger LOG = Logger.getLogger(TaskBatchLoader.class);

    /** How long a location is not searched after its search was refused or answered inconsistently. */
    private static final Duration DISTRUST = Duration.ofMinutes(10);

    private static final long MOST_LOCATIONS = 10_000;

    /** Contacts in one search: one page of a list. The CRM's own limit is not documented. */
    private static final int MOST_CONTACTS = 100;

    private final Gather gather;
    private final TaskCalls tasks;
    private final TaskSearch search;
    private final RecentWrites recentWrites;
    private final Cache<String, Boolean> distrusted;
    private final TickBatcher<List<Task>> batcher = new TickBatcher<>(this::load);

    public TaskBatchLoader(
            HighLevelConfig config,
            TaskCalls tasks,
            TaskSearch search,
            RecentWrites recentWrites,
            @Steady Clock steadyClock) {
        this.gather = config.tasks().gather();
        this.tasks = tasks;
        this.search = search;
        this.recentWrites = recentWrites;
        this.distrusted = Caffeine.newBuilder()
                .expireAfterWrite(DISTRUST)
                .maximumSize(MOST_LOCATIONS)
                .ticker(() -> ClockNanos.of(steadyClock))
                .build();
    }

    public Uni<List<Task>> tasks(String locationId, String contactId) {
        return Uni.createFrom()
                .context(context -> CallDeadline.in(context).isEmpty()
                                && isSearchable(locationId)
                                && !recentWrites.contains(locationId, contactId)
                        ? batcher.load(locationId, contactId)
                        : tasks.list(locationId, contactId));
    }

    public Uni<Map<String, List<Task>>> search(String locationId, Set<String> contactIds) {
        return search.tasks(locationId, contactIds);
    }

    private boolean isSearchable(String locationId) {
        return gather != Gather.OFF && distrusted.getIfPresent(locationId) == null;
    }

    private Cancellable load(String locationId, Map<String, CompletableFuture<List<Task>>> answers, Context context) {
        List<Cancellable> reads = new CopyOnWriteArrayList<>();
        if (answers.size() == 1 && gather != Gather.ON) {
            readOneByOne(new Batch(locationId, answers, context, reads));
        } else {
            split(answers).forEach(some -> search(new Batch(locationId, some, context, reads)));
        }
        return () -> reads.forEach(Cancellable::cancel);
    }

    private static <V> List<Map<String, V>> split(Map<String, V> answers) {
        List<Map<String, V>> batches = new ArrayList<>();
        answers.forEach((contactId, answer) -> {
            if (batches.isEmpty() || batches.get(batches.size() - 1).size() == MOST_CONTACTS) {
                batches.add(new LinkedHashMap<>());
            }
            batches.get(batches.size() - 1).put(contactId, answer);
        });
        return batches;
    }

    /** The contacts of one search, with the answers to complete and the list that collects its reads. */
    private record Batch(
            String locationId,
            Map<String, CompletableFuture<List<Task>>> answers,
            Context context,
            List<Cancellable> reads) {}

    private void search(Batch batch) {
        batch.reads.add(search.tasks(batch.locationId, batch.answers.keySet())
                .subscribe()
                .with(
                        batch.context,
                        found -> batch.answers.forEach((contactId, answer) -> answer.complete(found.get(contactId))),
                        failure -> searchFailed(batch, failure)));
    }

    /** Falls back to single reads, except when these would fail for the same reason. */
    private void searchFailed(Batch batch, Throwable failure) {
        if (failure instanceof RateLimited
                || failure instanceof Unavailable unavailable
                        && Set.of(Cause.NOT_SENT, Cause.TIMED_OUT).contains(unavailable.reason())) {
            batch.answers.values().forEach(answer -> answer.completeExceptionally(failure));
            return;
        }
        if (!(failure instanceof Unavailable)) {
            LOG.infof(
                    "Location %s: task search failed, tasks are read contact by contact for %d minutes: %s",
                    batch.locationId, DISTRUST.toMinutes(), failure.getMessage());
            distrusted.put(batch.locationId, true);
        }
        readOneByOne(batch);
    }

    private void readOneByOne(Batch batch) {
        batch.answers.forEach((contactId, answer) -> batch.reads.add(tasks.list(batch.locationId, contactId)
                .subscribe()
                .with(batch.context, answer::complete, answer::completeExceptionally)));
    }

    /** Calls for the tasks of this many contacts that are neither cached nor recently written to. */
    int calls(String locationId, int contacts) {
        boolean searches = isSearchable(locationId) && (contacts > 1 || gather == Gather.ON);
        return searches ? (contacts + MOST_CONTACTS - 1) / MOST_CONTACTS : contacts;
    }

    /** Calls for the tasks of this many unknown contacts, of which some may have been written to recently. */
    int callsNow(String locationId, int contacts) {
        return calls(locationId, contacts, recentWrites.countAmong(locationId, contacts));
    }

    int callsNow(String locationId, List<String> contactIds) {
        long written = contactIds.stream()
                .filter(contactId -> recentWrites.contains(locationId, contactId))
                .count();
        return calls(locationId, contactIds.size(), (int) written);
    }

    private int calls(String locationId, int contacts, int written) {
        return calls(locationId, contacts - written) + written;
    }
}
