package ghl.gateway.submission.accept;

import ghl.gateway.storage.Database;
import ghl.gateway.storage.StorageException;
import ghl.gateway.storage.Transaction;
import ghl.gateway.submission.accept.AcceptResult.Rejected;
import ghl.gateway.submission.accept.AcceptResult.Stored;
import ghl.gateway.submission.check.CheckedForm;
import ghl.gateway.submission.check.FormCheck;
import ghl.gateway.submission.check.LocationFacts;
import ghl.gateway.submission.delivery.DeliverySchedule;
import ghl.gateway.submission.delivery.Milestones;
import ghl.gateway.submission.delivery.SubmissionConfig;
import ghl.gateway.submission.delivery.SubmissionRetry;
import ghl.gateway.submission.input.Actor;
import ghl.gateway.submission.input.SubmitFormInput;
import ghl.gateway.submission.journal.AuditStore;
import ghl.gateway.submission.journal.IdempotencyKey;
import ghl.gateway.submission.journal.IdempotencyKeys;
import ghl.gateway.submission.journal.JournaledSubmission;
import ghl.gateway.submission.journal.OrderingKeyStore;
import ghl.gateway.submission.journal.OrderingKeys;
import ghl.gateway.submission.journal.SubmissionState;
import ghl.gateway.submission.journal.SubmissionStore;
import ghl.gateway.submission.journal.SubmissionStore.KeptKey;
import ghl.gateway.submission.receipt.ParkReason;
import ghl.gateway.submission.receipt.StepKind;
import ghl.gateway.submission.receipt.SubmitFormPayload;
import ghl.gateway.submission.receipt.UserError;
import ghl.gateway.submission.receipt.UserErrorCode;
import ghl.gateway.submission.receipt.Warning;
import ghl.gateway.submission.step.CallPlanner;
import ghl.gateway.submission.step.Plan;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Takes forms in: checked, then kept in one transaction with everything that will wake it. Blocks. */
@ApplicationScoped
public class Acceptance {

    private final KnownLocations locations;
    private final FormCheck check;
    private final ContactAccessCheck reach;
    private final CallPlanner planner;
    private final Database database;
    private final SubmissionStore submissions;
    private final OrderingKeyStore laneStore;
    private final OrderingKeys lanes;
    private final AuditStore audit;
    private final IdempotencyKeys keys;
    private final SubmissionRetry replay;
    private final DeliverySchedule wakeups;
    private final Milestones milestones;
    private final SubmissionConfig config;
    private final Clock clock;

    Acceptance(
            KnownLocations locations,
            FormCheck check,
            ContactAccessCheck reach,
            CallPlanner planner,
            Database database,
            SubmissionStore submissions,
            OrderingKeyStore laneStore,
            OrderingKeys lanes,
            AuditStore audit,
            IdempotencyKeys keys,
            SubmissionRetry replay,
            DeliverySchedule wakeups,
            Milestones milestones,
            SubmissionConfig config,
            Clock clock) {
        this.locations = locations;
        this.check = check;
        this.reach = reach;
        this.planner = planner;
        this.database = database;
        this.submissions = submissions;
        this.laneStore = laneStore;
        this.lanes = lanes;
        this.audit = audit;
        this.keys = keys;
        this.replay = replay;
        this.wakeups = wakeups;
        this.milestones = milestones;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Once this has returned {@link Stored}, the submission is on the disk and will be delivered.
     *
     * @throws NotAcceptedException when it cannot be kept; then nothing of it is
     * @throws ghl.gateway.highlevel.call.UpstreamException when the location was never heard of and cannot be asked for; not for
     *     what came over an intake
     */
    public AcceptResult accept(SubmissionRequest arrival) {
        SubmitFormInput input = arrival.input();
        String locationId = arrival.locationId();
        Instant now = clock.instant();
        IdempotencyKey key = keyOf(arrival, now);
        if (key.digest() != null && !input.dryRun()) {
            Optional<KeptKey> used = database.read(transaction -> submissions.findKey(transaction, locationId, key));
            if (used.isPresent()) {
                return repeated(key, used.get());
            }
        }
        return arrival.isFromIntake()
                ? acceptFromIntake(arrival, key, now)
                : accept(arrival, locations.of(locationId), key, now, List::of);
    }

    private AcceptResult acceptFromIntake(SubmissionRequest arrival, IdempotencyKey key, Instant now) {
        LocationFactsOrDefaults facts = locations.ofIntake(arrival.locationId());
        return accept(arrival, facts, key, now, facts::warnings);
    }

    /** @param assumptions what had to be assumed of the location; asked for in the end */
    private AcceptResult accept(
            SubmissionRequest arrival,
            LocationFacts facts,
            IdempotencyKey key,
            Instant now,
            Supplier<List<Warning>> assumptions) {
        SubmitFormInput input = arrival.input();
        String locationId = arrival.locationId();
        MappedInput read = arrival.interpretation().of(input, facts, now.truncatedTo(ChronoUnit.SECONDS));
        if (!read.userErrors().isEmpty()) {
            return new Rejected(SubmitFormPayload.refused(read.userErrors()));
        }
        CheckedForm form =
                check.check(read.input(), read.purpose(), locationId, facts, now.truncatedTo(ChronoUnit.SECONDS));
        if (!form.userErrors().isEmpty()) {
            return new Rejected(SubmitFormPayload.refused(form.userErrors()));
        }
        List<UserError> outOfReach = reach.check(arrival.by(), locationId, read.input());
        if (!outOfReach.isEmpty()) {
            return new Rejected(SubmitFormPayload.refused(outOfReach));
        }
        return input.dryRun()
                ? new Rejected(SubmitFormPayload.planned(planner.plan(form.plan())))
                : keep(arrival.by(), submission(arrival, read, assumptions.get(), form.plan(), now), key);
    }

    /** What the same input has become that came before under its key; empty when there is none. */
    public Optional<Stored> earlier(SubmissionRequest arrival) {
        IdempotencyKey key = keyOf(arrival, clock.instant());
        return database.read(transaction -> submissions.findKey(transaction, arrival.locationId(), key))
                .filter(used -> used.inputDigest().equals(key.inputDigest()))
                .map(used -> new Stored(replay.repeat(used.submissionId()), true));
    }

    private IdempotencyKey keyOf(SubmissionRequest arrival, Instant now) {
        return arrival.isFromIntake()
                ? keys.ofAnswers(arrival.input(), now.minus(config.derivedKey().window()))
                : keys.of(arrival.by().actor(), arrival.input());
    }

    private static JournaledSubmission submission(
            SubmissionRequest arrival, MappedInput read, List<Warning> assumptions, Plan plan, Instant now) {
        List<Warning> warnings =
                Stream.concat(read.warnings().stream(), assumptions.stream()).toList();
        SubmissionState accepted =
                SubmissionState.accepted(plan.contactId(), now).warned(warnings);
        SubmissionState progress = arrival.quarantined()
                ? accepted.quarantined(now)
                : read.purpose().needsApproval() ? accepted.parked(ParkReason.APPROVAL, now) : accepted;
        return JournaledSubmission.accepted(
                UUID.randomUUID().toString(), read.input().form(), plan, progress, now);
    }

    private AcceptResult keep(Actor by, JournaledSubmission submission, IdempotencyKey key) {
        milestones.pass("accept.before");
        Optional<KeptKey> used = written(by, submission, key);
        milestones.pass("accept.after");
        wakeups.check();
        return used.isPresent() ? repeated(key, used.get()) : new Stored(submission, false);
    }

    private Optional<KeptKey> written(Actor by, JournaledSubmission submission, IdempotencyKey key) {
        try {
            return database.write(transaction -> keep(transaction, by, submission, key));
        } catch (StorageException e) {
            return onceMore(by, submission, key, e);
        }
    }

    /**
     * A connection that breaks during the commit leaves open whether it was made. The same once more settles it: where it
     * is there already, nothing is done, and a commit that is still on its way is waited for.
     */
    private Optional<KeptKey> onceMore(
            Actor by, JournaledSubmission submission, IdempotencyKey key, StorageException failure) {
        try {
            return database.write(transaction -> keep(transaction, by, submission, key));
        } catch (StorageException again) {
            throw failure.isInDoubt() || again.isInDoubt()
                    ? NotAcceptedException.perhaps(failure)
                    : NotAcceptedException.because(failure);
        }
    }

    /** Empty when it has been kept, else the submission that has its key. */
    private Optional<KeptKey> keep(
            Transaction transaction, Actor by, JournaledSubmission submission, IdempotencyKey key) {
        submissions.freeKey(transaction, submission.locationId(), key);
        if (!submissions.insert(transaction, submission, key)) {
            if (submissions.find(transaction, submission.id()).isPresent()) {
                return Optional.empty();
            }
            return submissions.findKey(transaction, submission.locationId(), key);
        }
        auditRemoval(transaction, by, submission);
        laneStore.enter(transaction, submission.id(), lanes.of(submission.plan()), submission.createdAt());
        if (!submission.isAtRest()) {
            wakeups.add(submission.id(), submission.createdAt());
        }
        milestones.pass("accept.in");
        return Optional.empty();
    }

    /** Who had a contact removed stays known when the submission's content is gone. */
    private void auditRemoval(Transaction transaction, Actor by, JournaledSubmission submission) {
        Plan plan = submission.plan();
        if (plan.steps().stream().anyMatch(step -> step.kind() == StepKind.DELETE_CONTACT)) {
            String which = plan.contactId() == null ? "the contact that is found" : "contact " + plan.contactId();
            audit.add(
                    transaction,
                    new AuditStore.Entry(submission.createdAt(), by.actor(), "remove", submission.id(), which));
        }
    }

    private AcceptResult repeated(IdempotencyKey key, KeptKey used) {
        if (!used.inputDigest().equals(key.inputDigest())) {
            return new Rejected(SubmitFormPayload.refused(List.of(new UserError(
                    UserErrorCode.KEY_REUSED,
                    "has been used for another input: a repeat must be the same, and something else needs another key",
                    List.of("input", "idempotencyKey")))));
        }
        return new Stored(replay.repeat(used.submissionId()), true);
    }
}
