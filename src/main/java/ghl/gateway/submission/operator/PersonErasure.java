package ghl.gateway.submission.operator;

import ghl.gateway.audit.AuditStore;
import ghl.gateway.highlevel.call.UpstreamException;
import ghl.gateway.storage.Database;
import ghl.gateway.storage.Transaction;
import ghl.gateway.submission.delivery.DeliverySchedule;
import ghl.gateway.submission.delivery.SubmissionWatch;
import ghl.gateway.submission.input.ContactMatchInput;
import ghl.gateway.submission.journal.JournalClock;
import ghl.gateway.submission.journal.JournalTime;
import ghl.gateway.submission.journal.JournaledSubmission;
import ghl.gateway.submission.journal.OrderingKeyStore;
import ghl.gateway.submission.journal.SubmissionState;
import ghl.gateway.submission.journal.SubmissionStore;
import ghl.gateway.submission.journal.list.PersonKey;
import ghl.gateway.submission.journal.list.SubmissionListStore;
import ghl.gateway.submission.receipt.SubmissionStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** Erases persons from the journal. The CRM is not changed. Blocks. */
@ApplicationScoped
public class PersonErasure {

    private static final Logger LOG = Logger.getLogger(PersonErasure.class);

    private final PersonLookup persons;
    private final Database database;
    private final SubmissionStore submissions;
    private final SubmissionListStore lists;
    private final OrderingKeyStore orderingKeys;
    private final AuditStore audit;
    private final OperatorActions actions;
    private final DeliverySchedule schedule;
    private final SubmissionWatch watch;
    private final Event<PersonErased> erased;
    private final JournalClock clock;

    PersonErasure(
            PersonLookup persons,
            Database database,
            SubmissionStore submissions,
            SubmissionListStore lists,
            OrderingKeyStore orderingKeys,
            AuditStore audit,
            OperatorActions actions,
            DeliverySchedule schedule,
            SubmissionWatch watch,
            Event<PersonErased> erased,
            JournalClock clock) {
        this.persons = persons;
        this.database = database;
        this.submissions = submissions;
        this.lists = lists;
        this.orderingKeys = orderingKeys;
        this.audit = audit;
        this.actions = actions;
        this.schedule = schedule;
        this.watch = watch;
        this.erased = erased;
        this.clock = clock;
    }

    /**
     * Ends the delivery of all submissions with one identifier of a person and erases their content. With a contact id
     * this includes submissions that the CRM attached to the contact. Discarded ones of the location whose body could
     * not be read are erased as well, because any may be about that person. Status, steps, times and the CRM's ids remain. A
     * call in flight may still reach the CRM.
     *
     * @param locationId location of the person
     * @return number of submissions erased now
     * @throws ghl.gateway.contact.InvalidInputException unless exactly one valid identifier is given
     * @throws NotPossibleException if a national phone number cannot be read because the CRM does not answer, or while
     *     bodies of the location wait to be read: erasing them all would lose the leads of others
     */
    public int erase(String actor, ContactMatchInput who, String locationId) {
        PersonKey person = person(who, locationId);
        requireAllRead(locationId);
        // Newest first: the end of an earlier submission must not wake a later one that is erased next.
        List<String> theirs = database.read(transaction -> lists.unerased(transaction, person));
        List<String> unread =
                database.read(transaction -> lists.unread(transaction, locationId, SubmissionStatus.DISCARDED));
        List<String> ids =
                Stream.concat(theirs.stream(), unread.stream()).distinct().toList();
        int count = 0;
        for (String id : ids) {
            Optional<JournaledSubmission> changed =
                    database.write(transaction -> erase(transaction, actor, id, clock.now()));
            changed.ifPresent(watch::changed);
            count += changed.isPresent() ? 1 : 0;
        }
        if (!ids.isEmpty()) {
            schedule.poll();
            if (!database.scrub()) {
                LOG.warn("Erased content stays in the database's write-ahead log until the next checkpoint: a reader"
                        + " blocked the truncation");
            }
        }
        erased.fire(new PersonErased(locationId));
        return count;
    }

    private void requireAllRead(String locationId) {
        List<String> unread =
                database.read(transaction -> lists.unread(transaction, locationId, SubmissionStatus.PARKED));
        if (!unread.isEmpty()) {
            throw new NotPossibleException(
                    unread.size() + " submissions of the location are parked as UNREADABLE, and any"
                            + " may be about this person: retry or discard them first, for example " + unread.get(0));
        }
    }

    private PersonKey person(ContactMatchInput who, String locationId) {
        try {
            return persons.find(who, locationId);
        } catch (UpstreamException noAnswer) {
            throw new NotPossibleException("The location's country could not be read from the CRM:"
                    + " include the country code in the phone number, for example +12125550101");
        }
    }

    /** Empty if it has been deleted meanwhile: an expired quarantined one. */
    private Optional<JournaledSubmission> erase(Transaction transaction, String actor, String id, JournalTime now) {
        return submissions.findLocked(transaction, id).map(found -> erase(transaction, actor, found, now));
    }

    private JournaledSubmission erase(
            Transaction transaction, String actor, JournaledSubmission found, JournalTime now) {
        String id = found.id();
        submissions.erase(transaction, ended(transaction, found, now), now.date());
        orderingKeys.remove(transaction, id);
        audit.add(
                transaction,
                new AuditStore.Entry(
                        now.date(), actor, "erase", id, "was " + found.state().status()));
        return submissions.find(transaction, id).orElseThrow();
    }

    private JournaledSubmission ended(Transaction transaction, JournaledSubmission found, JournalTime now) {
        SubmissionState state = found.state();
        if (state.isSettling()) {
            return actions.end(transaction, found, state.done(now.date()), now);
        }
        boolean isEnded = state.status() == SubmissionStatus.DONE || state.status() == SubmissionStatus.DISCARDED;
        return isEnded ? found : actions.end(transaction, found, state.discarded(now.date()), now);
    }
}
