package ghl.gateway.highlevel;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import ghl.gateway.contact.Task;
import ghl.gateway.highlevel.HighLevelConfig.Gather;
import ghl.gateway.highlevel.UpstreamException.RateLimited;
import ghl.gateway.highlevel.UpstreamException.Unavailable;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * The tasks of contacts that are asked for in the same tick of an event loop, by one search. Contact by contact where
 * only one is asked for, for a {@link Delivery}, where an own write may not have reached the search, and where the search does not serve.
 */
@ApplicationScoped
class GatheredTasks {

    private static final Logger LOG = Logger.getLogger(GatheredTasks.class);

    /** How long a location is not searched again that refused it or gave an answer that makes no sense. */
    private static final Duration DISTRUST = Duration.ofMinutes(10);

    private static final long MOST_LOCATIONS = 10_000;

    private final Gather gather;
    private final TaskCalls tasks;
    private final TaskSearch search;
    private final RecentWrites recentWrites;
    private final Cache<String, Boolean> distrusted;
    private final Tick<List<Task>> tick = new Tick<>(this::serve);

    GatheredTasks(HighLevelConfig config, TaskCalls tasks, TaskSearch search, RecentWrites recentWrites, Clock clock) {
        this.gather = config.tasks().gather();
        this.tasks = tasks;
        this.search = search;
        this.recentWrites = recentWrites;
        this.distrusted = Caffeine.newBuilder()
                .expireAfterWrite(DISTRUST)
                .maximumSize(MOST_LOCATIONS)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .build();
    }

    Uni<List<Task>> of(String locationId, String contactId) {
        return Uni.createFrom()
                .context(context -> Delivery.in(context).isEmpty() && mayBeSearched(locationId, contactId)
                        ? tick.ask(locationId, contactId)
                        : tasks.all(locationId, contactId));
    }

    private boolean mayBeSearched(String locationId, String contactId) {
        return gather != Gather.OFF
                && distrusted.getIfPresent(locationId) == null
                && !recentWrites.include(locationId, contactId);
    }

    private void serve(String locationId, Map<String, CompletableFuture<List<Task>>> asked) {
        if (asked.size() == 1 && gather != Gather.ON) {
            oneByOne(locationId, asked);
            return;
        }
        search.of(locationId, asked.keySet())
                .subscribe()
                .with(
                        found -> asked.forEach((contactId, answer) -> answer.complete(found.get(contactId))),
                        failure -> withoutSearch(locationId, asked, failure));
    }

    /** Calls that are spent would be spent on the contacts too; everything else may be the search's own trouble. */
    private void withoutSearch(String locationId, Map<String, CompletableFuture<List<Task>>> asked, Throwable failure) {
        if (failure instanceof RateLimited) {
            asked.values().forEach(answer -> answer.completeExceptionally(failure));
            return;
        }
        if (!(failure instanceof Unavailable)) {
            LOG.infof(
                    "Location %s: tasks are read contact by contact for a while, for %s",
                    locationId, failure.getMessage());
            distrusted.put(locationId, true);
        }
        oneByOne(locationId, asked);
    }

    private void oneByOne(String locationId, Map<String, CompletableFuture<List<Task>>> asked) {
        asked.forEach((contactId, answer) ->
                tasks.all(locationId, contactId).subscribe().with(answer::complete, answer::completeExceptionally));
    }
}
