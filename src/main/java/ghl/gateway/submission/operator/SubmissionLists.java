package ghl.gateway.submission.operator;

import ghl.gateway.contact.InvalidInputException;
import ghl.gateway.contact.UpstreamPosition;
import ghl.gateway.storage.Database;
import ghl.gateway.submission.Receipts;
import ghl.gateway.submission.SubmissionWorkers;
import ghl.gateway.submission.input.Actor;
import ghl.gateway.submission.input.SubmissionFilter;
import ghl.gateway.submission.journal.JournaledSubmission;
import ghl.gateway.submission.journal.list.SubmissionCriteria;
import ghl.gateway.submission.journal.list.SubmissionListStore;
import ghl.gateway.submission.journal.list.SubmissionListStore.Place;
import ghl.gateway.submission.receipt.Submission;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** Lists what was accepted, newest first. */
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

    /** Some submissions, and whether there are more behind them. */
    public record Page(List<Submission> submissions, boolean hasNextPage) {}

    /**
     * One page of those within reach. Costs a call to the CRM only to read a national phone number in a location that was
     * not heard of yet.
     *
     * @param after the place right before the page; null for the first
     * @return fails with {@link InvalidInputException} when {@code after} belongs to another list, or the person is none
     */
    public Uni<Page> page(Actor by, SubmissionFilter filter, UpstreamPosition after, int size) {
        return Uni.createFrom().item(() -> read(by, filter, after, size)).runSubscriptionOn(workers);
    }

    /** How many there are in all within reach. */
    public Uni<Integer> count(Actor by, SubmissionFilter filter) {
        return Uni.createFrom()
                .item(() -> {
                    SubmissionCriteria criteria = criteria(by, filter);
                    return database.read(transaction -> store.count(transaction, criteria));
                })
                .runSubscriptionOn(workers);
    }

    /** The place right behind a submission. */
    public static UpstreamPosition placeOf(Submission submission) {
        return new UpstreamPosition(
                LIST, List.of(String.valueOf(submission.createdAt().toEpochMilli()), submission.id()));
    }

    private Page read(Actor by, SubmissionFilter filter, UpstreamPosition after, int size) {
        SubmissionCriteria criteria = criteria(by, filter);
        Place place = after == null ? null : place(after);
        List<JournaledSubmission> found =
                database.read(transaction -> store.list(transaction, criteria, place, size + 1));
        List<Submission> receipts = found.stream()
                .limit(size)
                .map(submission -> Receipts.receipt(submission, false))
                .toList();
        return new Page(receipts, found.size() > size);
    }

    private SubmissionCriteria criteria(Actor by, SubmissionFilter filter) {
        return new SubmissionCriteria(
                by.locations(),
                filter.locationId(),
                filter.status(),
                filter.waitingFor(),
                filter.reason(),
                filter.form(),
                filter.createdAfter(),
                filter.createdBefore(),
                filter.person() == null ? null : persons.of(filter.person(), filter.locationId()));
    }

    private static Place place(UpstreamPosition position) {
        try {
            if (position.list().equals(LIST) && position.values().size() == 2) {
                Instant createdAt =
                        Instant.ofEpochMilli(Long.parseLong(position.values().get(0)));
                return new Place(createdAt, position.values().get(1));
            }
        } catch (NumberFormatException toldBelow) {
            // as any other cursor that was not made here
        }
        throw new InvalidInputException("after is a cursor of another list");
    }
}
