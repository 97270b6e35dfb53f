package ghl.gateway.submission.delivery;

import ghl.gateway.storage.Database;
import ghl.gateway.submission.journal.JournaledSubmission;
import ghl.gateway.submission.journal.SubmissionStore;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Publishes committed changes of submissions. Watchers hold no thread and no connection. */
@ApplicationScoped
public class SubmissionWatch {

    /** Commits of other gateways are found by polling. */
    private static final Duration POLL_INTERVAL = Duration.ofMillis(250);

    private final Database database;
    private final SubmissionStore submissions;
    private final Map<String, Set<Consumer<JournaledSubmission>>> watchers = new ConcurrentHashMap<>();

    SubmissionWatch(Database database, SubmissionStore submissions) {
        this.database = database;
        this.submissions = submissions;
    }

    /** Changes from now on, without end. Slow watchers get the newest only; the same change may come twice. */
    public Multi<JournaledSubmission> of(String submissionId) {
        Multi<JournaledSubmission> here = committedHere(submissionId);
        return database.isShared() ? Multi.createBy().merging().streams(here, committedAnywhere(submissionId)) : here;
    }

    private Multi<JournaledSubmission> committedAnywhere(String submissionId) {
        return Multi.createFrom()
                .ticks()
                .every(POLL_INTERVAL)
                .onOverflow()
                .drop()
                .onItem()
                .transformToUniAndConcatenate(tick -> Uni.createFrom()
                        .item(() -> database.read(transaction -> submissions.find(transaction, submissionId)))
                        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool()))
                .filter(Optional::isPresent)
                .map(Optional::get);
    }

    private Multi<JournaledSubmission> committedHere(String submissionId) {
        return Multi.createFrom()
                .emitter(
                        emitter -> {
                            Consumer<JournaledSubmission> watcher = emitter::emit;
                            emitter.onTermination(() -> remove(submissionId, watcher));
                            add(submissionId, watcher);
                        },
                        BackPressureStrategy.LATEST);
    }

    /** Call it after each commit. */
    public void changed(JournaledSubmission now) {
        watchers.getOrDefault(now.id(), Set.of()).forEach(watcher -> watcher.accept(now));
    }

    private void add(String submissionId, Consumer<JournaledSubmission> watcher) {
        watchers.compute(submissionId, (id, others) -> {
            Set<Consumer<JournaledSubmission>> all = others == null ? ConcurrentHashMap.newKeySet() : others;
            all.add(watcher);
            return all;
        });
    }

    private void remove(String submissionId, Consumer<JournaledSubmission> watcher) {
        watchers.computeIfPresent(submissionId, (id, all) -> {
            all.remove(watcher);
            return all.isEmpty() ? null : all;
        });
    }
}
