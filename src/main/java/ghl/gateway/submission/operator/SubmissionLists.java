package ghl.gateway.submission.operator;

import ghl.gateway.contact.InvalidInputException;
import ghl.gateway.contact.UpstreamPosition;
import ghl.gateway.storage.Database;
import ghl.gateway.submission.Receipts;
import ghl.gateway.submission.SubmissionWorkers;
import ghl.gateway.submission.input.Actor;
import ghl.gateway.submission.input.SubmissionFilter;
import ghl.gateway.submission.journal.JournaledSubmission;
import ghl.gateway.submission.journal.list.SubmissionListStore;
import ghl.gateway.submission.journal.list.SubmissionListStore.Criteria;
import ghl.gateway.submission.journal.list.SubmissionListStore.Place;
import ghl.gateway.submission.receipt.Submission;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** Lists submissions, newest first. */
@ApplicationScoped
public class SubmissionLists {

    private static final String LIST = "submissions";

    private final PersonLookup persons;
    private final Database database;
    private final SubmissionListStore store;
    private final SubmissionWorkers workers;

    SubmissionLists(PersonLookup persons, Database database, SubmissionListStore store, SubmissionWorkers workers) {
        this.persons = persons;
        this.database = database;
        this.store = store;
        this.workers = workers;
    }

    public record Page(List<Submission> submissions, boolean hasNextPage) {}

    /**
     * One page of the submissions in the actor's locations. Costs a call to the CRM only if the filter has a national phone number
     * and the location is not known yet.
     *
     * @param after position before the page; null for the first page
     * @return fails with {@link InvalidInputException} if {@code after} belongs to another list, or the person is invalid
     */
    public Uni<Page> page(Actor by, SubmissionFilter filter, UpstreamPosition after, int size) {
        return workers.run(() -> read(by, filter, after, size));
    }

    /** Number of submissions in the actor's locations that match. */
    public Uni<Integer> count(Actor by, SubmissionFilter filter) {
        return workers.run(() -> {
            Criteria criteria = criteria(by, filter);
            return database.read(transaction -> store.count(transaction, criteria));
        });
    }

    /** The position after a submission. */
    public static UpstreamPosition placeOf(Submission submission) {
        return new UpstreamPosition(
                LIST, List.of(String.valueOf(submission.createdAt().toEpochMilli()), submission.id()));
    }

    private Page read(Actor by, SubmissionFilter filter, UpstreamPosition after, int size) {
        Criteria criteria = criteria(by, filter);
        Place place = after == null ? null : place(after);
        List<JournaledSubmission> found =
                database.read(transaction -> store.list(transaction, criteria, place, size + 1));
        List<Submission> receipts = found.stream()
                .limit(size)
                .map(submission -> Receipts.receipt(submission, false))
                .toList();
        return new Page(receipts, found.size() > size);
    }

    private Criteria criteria(Actor by, SubmissionFilter filter) {
        return new Criteria(
                by.locations(),
                filter,
                filter.person() == null ? null : persons.find(filter.person(), filter.locationId()));
    }

    private static Place place(UpstreamPosition position) {
        try {
            if (position.list().equals(LIST) && position.values().size() == 2) {
                Instant createdAt =
                        Instant.ofEpochMilli(Long.parseLong(position.values().get(0)));
                return new Place(createdAt, position.values().get(1));
            }
        } catch (NumberFormatException e) {
            // rejected below, like any cursor of another list
        }
        throw new InvalidInputException("after must be a cursor of this list");
    }
}
