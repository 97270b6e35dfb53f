package ghl.gateway.submission.delivery;

import ghl.gateway.submission.journal.JournaledSubmission;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Tells those who watch a submission what has been committed of it. Holds no thread and no connection for them. */
@ApplicationScoped
public class SubmissionWatch {

    private final Map<String, Set<Consumer<JournaledSubmission>>> watchers = new ConcurrentHashMap<>();

    /** Every commit from now on, the newest where somebody is slow. Never ends by itself. */
    public Multi<JournaledSubmission> of(String submissionId) {
        return Multi.createFrom()
                .emitter(
                        emitter -> {
                            Consumer<JournaledSubmission> watcher = emitter::emit;
                            emitter.onTermination(() -> remove(submissionId, watcher));
                            add(submissionId, watcher);
                        },
                        BackPressureStrategy.LATEST);
    }

    /** Something was committed. */
    public void changed(JournaledSubmission now) {
        watchers.getOrDefault(now.id(), Set.of()).forEach(watcher -> watcher.accept(now));
    }

    /** Those that somebody watches. */
    Set<String> watched() {
        return Set.copyOf(watchers.keySet());
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
