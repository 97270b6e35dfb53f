package ghl.gateway.submission.delivery;

import ghl.gateway.submission.journal.JournalClock;
import ghl.gateway.submission.journal.JournaledStep;
import ghl.gateway.submission.journal.SubmissionState;
import ghl.gateway.submission.receipt.ParkReason;
import ghl.gateway.submission.receipt.WaitReason;
import ghl.gateway.submission.receipt.Warning;
import ghl.gateway.submission.step.BackupCheck;
import ghl.gateway.submission.step.ProbeResult;
import ghl.gateway.submission.step.Step;
import ghl.gateway.submission.step.StepResult;
import ghl.gateway.submission.step.StepResult.Done;
import ghl.gateway.submission.step.StepResult.Refused;
import ghl.gateway.submission.step.StepResult.TryAgain;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;

/** State transitions of a step after a call or a probe. Each method returns whether the attempt can go on. */
@ApplicationScoped
class StepTransitions {

    private static final Warning DONE_DESPITE_REFUSAL =
            new Warning("DONE_DESPITE_REFUSAL", "The CRM refused the call but carried it out");

    private static final int FORBIDDEN = 403;

    private final SubmissionConfig config;
    private final RetryPolicy policy;
    private final JournalClock clock;
    private final RandomGenerator random = RandomGenerator.getDefault();

    StepTransitions(SubmissionConfig config, JournalClock clock) {
        this.config = config;
        this.policy = RetryPolicy.of(config.retry());
        this.clock = clock;
    }

    /** After a call. @param intended the step as it was before the call */
    boolean called(DeliveryAttempt attempt, JournaledStep intended, Step step, StepResult result) {
        if (result instanceof Done done) {
            return done(attempt, intended, intended.lost() ? done.afterLostAnswer(intended.firstIntentAt()) : done);
        }
        if (result instanceof Refused refused) {
            attempt.step(
                    refused.mayChange(step, intended.error())
                            ? intended.postponed(refused.error(), WaitReason.RETRY, in(config.findAgain()))
                            : intended.refused(refused.error()));
            return true;
        }
        return troubled(attempt, intended, step.isCreation(), (TryAgain) result);
    }

    /** After a probe for a lost call. @param result not {@code Absent} */
    boolean probed(DeliveryAttempt attempt, JournaledStep found, ProbeResult result) {
        if (result instanceof ProbeResult.Found there) {
            return done(attempt, found, there.done());
        }
        if (result instanceof ProbeResult.Elsewhere elsewhere) {
            attempt.step(found.refused(elsewhere.error()));
            return true;
        }
        if (result instanceof ProbeResult.Undecidable undecidable) {
            attempt.step(found.parked(ParkReason.UNSURE, undecidable.error()));
            return true;
        }
        return troubled(attempt, found, false, ((ProbeResult.Unseen) result).trouble());
    }

    /** After a step of a restored journal was compared with the CRM. @param result not {@code AsKnown} */
    boolean compared(DeliveryAttempt attempt, JournaledStep found, BackupCheck.Result result) {
        if (result instanceof BackupCheck.Result.Done there) {
            return done(attempt, found, there.done());
        }
        if (result instanceof BackupCheck.Result.Changed changed) {
            attempt.step(found.parked(ParkReason.CHANGED_SINCE_BACKUP, changed.error()));
            return true;
        }
        return troubled(attempt, found, false, ((BackupCheck.Result.Unseen) result).trouble());
    }

    /** After a creating call was refused and probed for. */
    boolean refused(DeliveryAttempt attempt, JournaledStep intended, Refused refused, ProbeResult result) {
        if (result instanceof ProbeResult.Found there) {
            attempt.state(attempt.state().warned(List.of(DONE_DESPITE_REFUSAL)));
            return done(attempt, intended, there.done());
        }
        if (result instanceof ProbeResult.Undecidable undecidable) {
            attempt.step(intended.parked(ParkReason.UNSURE, undecidable.error()));
            return true;
        }
        attempt.step(intended.unsure(refused.error(), clock.steady(), WaitReason.QUIET, in(config.quiet())));
        return !(result instanceof ProbeResult.Unseen unseen)
                || unseen.trouble().maybeDone();
    }

    private boolean done(DeliveryAttempt attempt, JournaledStep step, Done done) {
        attempt.step(step.done(done.resultId(), done.answer()));
        SubmissionState state = attempt.state().succeeded().warned(done.warnings());
        attempt.state(done.contactOutcome() == null ? state : state.about(done.resultId(), done.contactOutcome()));
        return true;
    }

    private boolean troubled(DeliveryAttempt attempt, JournaledStep step, boolean creates, TryAgain trouble) {
        if (trouble.waitFor() == WaitReason.RETRY) {
            attempt.step(afterFailure(attempt, step, creates, trouble));
        } else {
            Duration wait = trouble.waitFor() == WaitReason.CREDENTIALS
                    ? config.credentialsRecheck()
                    : trouble.retryAfter() == null ? policy.delay(1, random) : trouble.retryAfter();
            attempt.step(step.postponed(trouble.error(), trouble.waitFor(), in(wait)));
            attempt.state(attempt.state().succeeded());
        }
        return trouble.maybeDone() || isAboutThisOperation(trouble);
    }

    /** A 403 means that the token lacks a scope, which other kinds of steps may not need. */
    private static boolean isAboutThisOperation(TryAgain trouble) {
        return trouble.waitFor() == WaitReason.CREDENTIALS
                && Integer.valueOf(FORBIDDEN).equals(trouble.error().upstreamStatus());
    }

    private JournaledStep afterFailure(DeliveryAttempt attempt, JournaledStep step, boolean creates, TryAgain trouble) {
        SubmissionState state = attempt.state().failed(clock.steady());
        attempt.state(state);
        boolean unsure = trouble.maybeDone();
        JournaledStep now = unsure ? step.unsure(trouble.error(), clock.steady(), null, null) : step;
        if (policy.isSpent(state.failingSince(), clock.steady())) {
            return now.parked(creates && now.lost() ? ParkReason.UNSURE : ParkReason.UNAVAILABLE, trouble.error());
        }
        Duration delay = policy.delay(state.failures(), random);
        if (unsure && creates) {
            Duration wait = delay.compareTo(config.quiet()) > 0 ? delay : config.quiet();
            return step.unsure(trouble.error(), clock.steady(), WaitReason.QUIET, in(wait));
        }
        return now.postponed(trouble.error(), WaitReason.RETRY, in(delay));
    }

    private Instant in(Duration wait) {
        return clock.steady().plus(wait);
    }
}
