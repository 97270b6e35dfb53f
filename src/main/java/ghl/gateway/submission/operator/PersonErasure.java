package ghl.gateway.submission.operator;

import ghl.gateway.highlevel.call.UpstreamException;
import ghl.gateway.storage.Database;
import ghl.gateway.storage.Transaction;
import ghl.gateway.submission.delivery.DeliverySchedule;
import ghl.gateway.submission.delivery.SubmissionWatch;
import ghl.gateway.submission.input.ContactMatchInput;
import ghl.gateway.submission.journal.AuditStore;
import ghl.gateway.submission.journal.JournaledSubmission;
import ghl.gateway.submission.journal.OrderingKeyStore;
import ghl.gateway.submission.journal.SubmissionState;
import ghl.gateway.submission.journal.SubmissionStore;
import ghl.gateway.submission.journal.list.PersonKey;
import ghl.gateway.submission.journal.list.SubmissionListStore;
import ghl.gateway.submission.receipt.SubmissionStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;

/** Makes the journal forget persons. The CRM is not touched. Blocks. */
@ApplicationScoped
public class PersonErasure {

    private static final Logger LOG = Logger.getLogger(PersonErasure.class);

    private final PersonLookup persons;
    private final Database database;
    private final SubmissionStore submissions;
    private final SubmissionListStore lists;
    private final OrderingKeyStore lanes;
    private final AuditStore audit;
    private final SubmissionTermination abandonment;
    private final DeliverySchedule wakeups;
    private final SubmissionWatch watch;
    private final Event<PersonErased> told;
    private final Clock clock;

    PersonErasure(
            PersonLookup persons,
            Database database,
            SubmissionStore submissions,
            SubmissionListStore lists,
            OrderingKeyStore lanes,
            AuditStore audit,
            SubmissionTermination abandonment,
            DeliverySchedule wakeups,
            SubmissionWatch watch,
            Event<PersonErased> told,
            Clock clock) {
        this.persons = persons;
        this.database = database;
        this.submissions = submissions;
        this.lists = lists;
        this.lanes = lanes;
        this.audit = audit;
        this.abandonment = abandonment;
        this.wakeups = wakeups;
        this.watch = watch;
        this.told = told;
        this.clock = clock;
    }

    /**
     * Gives up what is not delivered yet of all submissions that came under one identifier of a person (with a contact id
     * also of those that the CRM attached to that contact), and removes their content. What remains says what happened and
     * when, to nobody in particular. A call that is on its way to the CRM may still arrive there.
     *
     * @param locationId where it is that person
     * @return how many submissions were erased; those of an earlier erasure are not among them
     * @throws ghl.gateway.contact.InvalidInputException when it is not exactly one identifier
     * @throws NotPossibleException when a national phone number cannot be read now
     */
    public int erase(String actor, ContactMatchInput who, String locationId) {
        PersonKey person = person(who, locationId);
        // The newest first: none is woken by the end of an earlier one, only to be given up next.
        List<String> ids = database.read(transaction -> lists.unerased(transaction, person));
        for (String id : ids) {
            watch.changed(database.write(transaction -> erase(transaction, actor, id, clock.instant())));
        }
        if (!ids.isEmpty()) {
            wakeups.check();
            scrub();
        }
        told.fire(new PersonErased(locationId));
        return ids.size();
    }

    private PersonKey person(ContactMatchInput who, String locationId) {
        try {
            return persons.of(who, locationId);
        } catch (UpstreamException noAnswer) {
            throw new NotPossibleException("The CRM does not tell the location's country just now:"
                    + " give the phone number with its country code, for example +12125550101");
        }
    }

    private JournaledSubmission erase(Transaction transaction, String actor, String id, Instant now) {
        submissions.lock(transaction, id);
        JournaledSubmission found = submissions.find(transaction, id).orElseThrow();
        submissions.empty(transaction, ended(transaction, found, now), now);
        lanes.leave(transaction, id);
        audit.add(
                transaction,
                new AuditStore.Entry(
                        now, actor, "erase", id, "was " + found.progress().status()));
        return submissions.find(transaction, id).orElseThrow();
    }

    private JournaledSubmission ended(Transaction transaction, JournaledSubmission found, Instant now) {
        SubmissionState progress = found.progress();
        if (progress.isSettling()) {
            return abandonment.end(transaction, found, progress.done(now), now);
        }
        boolean isOver = progress.status() == SubmissionStatus.DONE || progress.status() == SubmissionStatus.DISCARDED;
        return isOver ? found : abandonment.end(transaction, found, progress.discarded(now), now);
    }

    private void scrub() {
        if (!database.scrub()) {
            LOG.warn("Erased content stays in the database's log for some more writes: somebody was reading");
        }
    }
}
