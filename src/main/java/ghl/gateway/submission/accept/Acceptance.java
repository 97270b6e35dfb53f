package ghl.gateway.submission.accept;

import ghl.gateway.storage.Database;
import ghl.gateway.submission.accept.AcceptResult.DryRun;
import ghl.gateway.submission.accept.AcceptResult.Rejected;
import ghl.gateway.submission.accept.AcceptResult.Stored;
import ghl.gateway.submission.check.FormCheck;
import ghl.gateway.submission.check.FormCheck.CheckedForm;
import ghl.gateway.submission.check.LocationFacts;
import ghl.gateway.submission.delivery.AttentionLog;
import ghl.gateway.submission.delivery.DeliverySchedule;
import ghl.gateway.submission.delivery.SubmissionConfig;
import ghl.gateway.submission.delivery.SubmissionRetry;
import ghl.gateway.submission.delivery.SubmissionWatch;
import ghl.gateway.submission.input.Actor;
import ghl.gateway.submission.input.SubmitFormInput;
import ghl.gateway.submission.journal.Digests;
import ghl.gateway.submission.journal.IdempotencyKey;
import ghl.gateway.submission.journal.JournalClock;
import ghl.gateway.submission.journal.JournalTime;
import ghl.gateway.submission.journal.JournaledSubmission;
import ghl.gateway.submission.journal.SubmissionState;
import ghl.gateway.submission.journal.SubmissionStore;
import ghl.gateway.submission.journal.SubmissionStore.UsedKey;
import ghl.gateway.submission.receipt.ParkReason;
import ghl.gateway.submission.receipt.UserError;
import ghl.gateway.submission.receipt.UserErrorCode;
import ghl.gateway.submission.receipt.Warning;
import ghl.gateway.submission.step.CallPlanner;
import ghl.gateway.submission.step.Plan;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Accepts inputs: checks them, then stores each in one transaction with its delivery task. Blocks. */
@ApplicationScoped
public class Acceptance {

    private final KnownLocations locations;
    private final FormCheck check;
    private final ContactAccessCheck contactAccess;
    private final CallPlanner planner;
    private final Database database;
    private final SubmissionStore submissions;
    private final Digests digests;
    private final SubmissionRetry retry;
    private final SubmissionInsertion insertion;
    private final DeliverySchedule schedule;
    private final SubmissionWatch watch;
    private final Quarantine quarantine;
    private final SubmissionConfig config;
    private final JournalClock clock;

    Acceptance(
            KnownLocations locations,
            FormCheck check,
            ContactAccessCheck contactAccess,
            CallPlanner planner,
            Database database,
            SubmissionStore submissions,
            Digests digests,
            SubmissionRetry retry,
            SubmissionInsertion insertion,
            DeliverySchedule schedule,
            SubmissionWatch watch,
            Quarantine quarantine,
            SubmissionConfig config,
            JournalClock clock) {
        this.locations = locations;
        this.check = check;
        this.contactAccess = contactAccess;
        this.planner = planner;
        this.database = database;
        this.submissions = submissions;
        this.digests = digests;
        this.retry = retry;
        this.insertion = insertion;
        this.schedule = schedule;
        this.watch = watch;
        this.quarantine = quarantine;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Accepts or rejects an input. A {@link Stored} submission survives a crash and will be delivered.
     *
     * @throws NotAcceptedException if it cannot be stored
     * @throws QuarantineFullException if it is probable spam and the form has no room for more
     * @throws ghl.gateway.highlevel.call.UpstreamException if nothing is known of the location and the CRM does not answer;
     *     never for intakes
     */
    public AcceptResult accept(SubmissionRequest request) {
        SubmitFormInput input = request.input();
        String locationId = request.locationId();
        JournalTime now = clock.now();
        IdempotencyKey key = keyOf(request, now);
        if (key.digest() != null && !input.dryRun()) {
            Optional<UsedKey> used = database.read(transaction -> submissions.findKey(transaction, locationId, key));
            if (used.isPresent() && !used.get().isUnreadable()) {
                return repeated(request, key, used.get());
            }
        }
        if (request.quarantined()) {
            quarantine.requireRoom(input.form());
        }
        CheckedRequest checked = check(request, now);
        if (!checked.userErrors().isEmpty()) {
            return new Rejected(checked.userErrors());
        }
        return input.dryRun()
                ? new DryRun(planner.plan(checked.submission().plan()))
                : store(request, checked.submission(), key);
    }

    /**
     * What a form that could not be read says now.
     *
     * @param userErrors if there are any, it is not valid and the others are null
     */
    public record ReadForm(List<UserError> userErrors, JournaledSubmission submission, IdempotencyKey key) {}

    /** Maps and checks an input without storing it. */
    public ReadForm read(SubmissionRequest request) {
        JournalTime now = clock.now();
        CheckedRequest checked = check(request, now);
        return new ReadForm(checked.userErrors(), checked.submission(), keyOf(request, now));
    }

    private record CheckedRequest(List<UserError> userErrors, JournaledSubmission submission) {

        static CheckedRequest invalid(List<UserError> userErrors) {
            return new CheckedRequest(userErrors, null);
        }
    }

    private CheckedRequest check(SubmissionRequest request, JournalTime now) {
        String locationId = request.locationId();
        LocationFacts facts = request.isFromIntake() ? locations.forIntake(locationId) : locations.of(locationId);
        Instant seconds = now.date().truncatedTo(ChronoUnit.SECONDS);
        MappedInput mapped = request.mapper().map(request.input(), facts, seconds);
        if (!mapped.userErrors().isEmpty()) {
            return CheckedRequest.invalid(mapped.userErrors());
        }
        CheckedForm form = check.check(mapped.input(), mapped.purpose(), locationId, facts, seconds);
        if (!form.userErrors().isEmpty()) {
            return CheckedRequest.invalid(form.userErrors());
        }
        List<UserError> outOfReach = contactAccess.check(request.by(), locationId, mapped.input());
        return outOfReach.isEmpty()
                ? new CheckedRequest(List.of(), submission(request, mapped, facts.warnings(), form.plan(), now))
                : CheckedRequest.invalid(outOfReach);
    }

    /** The submission that an earlier input with the same key and content stored; empty if none exists. */
    public Optional<Stored> earlier(SubmissionRequest request) {
        IdempotencyKey key = keyOf(request, clock.now());
        return database.read(transaction -> submissions.findKey(transaction, request.locationId(), key))
                .filter(used -> used.inputDigest().equals(key.inputDigest()))
                .map(used -> new Stored(retry.onRepeat(used.submissionId()), true));
    }

    private IdempotencyKey keyOf(SubmissionRequest request, JournalTime now) {
        return request.isFromIntake()
                ? IdempotencyKey.ofAnswers(digests, request.input(), derivedSince(now))
                : IdempotencyKey.of(digests, request.by().actor(), request.input());
    }

    private Instant derivedSince(JournalTime now) {
        return now.steady().minus(config.derivedKey().window());
    }

    private static JournaledSubmission submission(
            SubmissionRequest request, MappedInput mapped, List<Warning> assumptions, Plan plan, JournalTime now) {
        List<Warning> warnings =
                Stream.concat(mapped.warnings().stream(), assumptions.stream()).toList();
        SubmissionState accepted =
                SubmissionState.accepted(plan.contactId(), now.steady()).warned(warnings);
        SubmissionState state = request.quarantined()
                ? accepted.quarantined(now.date())
                : mapped.purpose().needsApproval() ? accepted.parked(ParkReason.APPROVAL, now.date()) : accepted;
        return JournaledSubmission.accepted(
                UUID.randomUUID().toString(), mapped.input().form(), plan, state, now);
    }

    private AcceptResult store(SubmissionRequest request, JournaledSubmission submission, IdempotencyKey key) {
        Optional<UsedKey> used = insertion.insert(request.by(), submission, key, null);
        schedule.poll();
        if (used.isPresent()) {
            return used.get().isUnreadable()
                    ? complete(request.by(), used.get(), submission, key)
                    : repeated(request, key, used.get());
        }
        AttentionLog.accepted(submission);
        return new Stored(submission, false);
    }

    /** The same event arrived again and can be read now. */
    private Stored complete(Actor by, UsedKey used, JournaledSubmission read, IdempotencyKey key) {
        JournaledSubmission now = database.write(transaction -> {
            JournaledSubmission found =
                    submissions.findLocked(transaction, used.submissionId()).orElseThrow();
            return found.state().isUnreadable() && found.plan() != null
                    ? insertion.complete(transaction, by, found, read, key)
                    : found;
        });
        schedule.poll();
        AttentionLog.accepted(now);
        watch.changed(now);
        return new Stored(now, true);
    }

    /**
     * Stores a form that could not be read as a parked submission with its body.
     *
     * @throws NotAcceptedException if it cannot be stored
     * @throws QuarantineFullException if the form has no room for more
     */
    public Stored park(UnreadableForm unreadable) {
        JournalTime now = clock.now();
        IdempotencyKey key = IdempotencyKey.ofBody(
                digests, unreadable.form(), unreadable.body(), unreadable.event(), derivedSince(now));
        Optional<UsedKey> used =
                database.read(transaction -> submissions.findKey(transaction, unreadable.locationId(), key));
        if (used.isPresent() && isOtherBody(used.get(), key)) {
            return park(unreadable.withoutEvent());
        }
        if (used.isPresent()) {
            return repeated(used.get());
        }
        quarantine.requireRoom(unreadable.form());
        SubmissionState parked = SubmissionState.accepted(null, now.steady())
                .warned(List.of(new Warning("UNREADABLE", unreadable.reason())))
                .parked(ParkReason.UNREADABLE, now.date());
        JournaledSubmission submission = JournaledSubmission.accepted(
                UUID.randomUUID().toString(),
                unreadable.form(),
                new Plan(unreadable.locationId(), null, List.of()),
                parked,
                now);
        Optional<UsedKey> usedMeanwhile = insertion.insert(null, submission, key, unreadable.body());
        if (usedMeanwhile.isPresent()) {
            return repeated(usedMeanwhile.get());
        }
        AttentionLog.accepted(submission);
        return new Stored(submission, false);
    }

    /** What another body of the same event says is unknown, so that both are kept. */
    private static boolean isOtherBody(UsedKey used, IdempotencyKey key) {
        return used.isUnreadable() && !used.inputDigest().equals(key.inputDigest());
    }

    private AcceptResult repeated(SubmissionRequest request, IdempotencyKey key, UsedKey used) {
        if (!request.keyIdentifiesAnswers() && !used.inputDigest().equals(key.inputDigest())) {
            return new Rejected(List.of(new UserError(
                    UserErrorCode.KEY_REUSED,
                    "was already used for another input: repeat the same input, or use a new key",
                    List.of("input", "idempotencyKey"))));
        }
        return repeated(used);
    }

    private Stored repeated(UsedKey used) {
        return new Stored(retry.onRepeat(used.submissionId()), true);
    }
}
