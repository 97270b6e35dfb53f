package ghl.gateway.submission.delivery;

import ghl.gateway.submission.journal.JournaledStep;
import ghl.gateway.submission.journal.SubmissionState;
import ghl.gateway.submission.receipt.ParkReason;
import ghl.gateway.submission.receipt.WaitReason;
import ghl.gateway.submission.receipt.Warning;
import ghl.gateway.submission.step.ProbeResult;
import ghl.gateway.submission.step.Step;
import ghl.gateway.submission.step.StepResult;
import ghl.gateway.submission.step.StepResult.Done;
import ghl.gateway.submission.step.StepResult.Refused;
import ghl.gateway.submission.step.StepResult.TryAgain;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;

/** What an answer, or a look, makes of a step. Each method says whether other steps make sense now. */
@ApplicationScoped
class StepTransitions {

    private static final Warning DONE_DESPITE_REFUSAL =
            new Warning("DONE_DESPITE_REFUSAL", "The CRM refused it and did it all the same");

    private static final int FORBIDDEN = 403;

    private final SubmissionConfig config;
    private final RetryPolicy policy;
    private final Clock clock;
    private final RandomGenerator random = RandomGenerator.getDefault();

    StepTransitions(SubmissionConfig config, Clock clock) {
        this.config = config;
        this.policy = RetryPolicy.of(config.retry());
        this.clock = clock;
    }

    /** @param intended the step as it was before the call */
    boolean called(DeliveryAttempt pass, JournaledStep intended, Step step, StepResult result) {
        if (result instanceof Done done) {
            return done(pass, intended, intended.lost() ? done.afterLostAnswer(intended.firstIntentAt()) : done);
        }
        if (result instanceof Refused refused) {
            pass.step(
                    refused.mayChange(step, intended.error())
                            ? intended.postponed(refused.error(), WaitReason.RETRY, in(config.findAgain()))
                            : intended.refused(refused.error()));
            return true;
        }
        return troubled(pass, intended, step.isCreation(), (TryAgain) result);
    }

    /** @param sighting what was seen of a step whose answer was lost; not {@code Absent} */
    boolean seen(DeliveryAttempt pass, JournaledStep found, ProbeResult sighting) {
        if (sighting instanceof ProbeResult.Found there) {
            return done(pass, found, there.done());
        }
        if (sighting instanceof ProbeResult.Elsewhere elsewhere) {
            pass.step(found.refused(elsewhere.error()));
            return true;
        }
        if (sighting instanceof ProbeResult.Undecidable undecidable) {
            pass.step(found.parked(ParkReason.UNSURE, undecidable.error()));
            return true;
        }
        return troubled(pass, found, false, ((ProbeResult.Unseen) sighting).trouble());
    }

    /** @param sighting what was seen after a creating step was refused */
    boolean refused(DeliveryAttempt pass, JournaledStep intended, Refused refused, ProbeResult sighting) {
        if (sighting instanceof ProbeResult.Found there) {
            pass.progress(pass.progress().warned(List.of(DONE_DESPITE_REFUSAL)));
            return done(pass, intended, there.done());
        }
        if (sighting instanceof ProbeResult.Undecidable undecidable) {
            pass.step(intended.parked(ParkReason.UNSURE, undecidable.error()));
            return true;
        }
        pass.step(intended.unsure(refused.error(), WaitReason.QUIET, in(config.quiet())));
        return !(sighting instanceof ProbeResult.Unseen unseen)
                || unseen.trouble().maybeDone();
    }

    /** The CRM had refused it, and even after a quiet time it is not there: it is believed. */
    void believed(DeliveryAttempt pass, JournaledStep found) {
        pass.step(found.refused(found.error()));
    }

    private boolean done(DeliveryAttempt pass, JournaledStep step, Done done) {
        pass.step(step.done(done.resultId(), done.answer()));
        SubmissionState progress = pass.progress().succeeded().warned(done.warnings());
        pass.progress(
                done.contactOutcome() == null ? progress : progress.about(done.resultId(), done.contactOutcome()));
        return true;
    }

    private boolean troubled(DeliveryAttempt pass, JournaledStep step, boolean creates, TryAgain trouble) {
        if (trouble.waitFor() == WaitReason.RETRY) {
            pass.step(afterFailure(pass, step, creates, trouble));
        } else {
            Duration wait = trouble.waitFor() == WaitReason.CREDENTIALS
                    ? config.credentialsRecheck()
                    : trouble.retryAfter() == null ? policy.delay(1, random) : trouble.retryAfter();
            pass.step(step.postponed(trouble.error(), trouble.waitFor(), in(wait)));
            pass.progress(pass.progress().succeeded());
        }
        return trouble.maybeDone() || isAboutThisOperation(trouble);
    }

    /** A scope that the token lacks is missing for this kind of step alone. */
    private static boolean isAboutThisOperation(TryAgain trouble) {
        return trouble.waitFor() == WaitReason.CREDENTIALS
                && Integer.valueOf(FORBIDDEN).equals(trouble.error().upstreamStatus());
    }

    private JournaledStep afterFailure(DeliveryAttempt pass, JournaledStep step, boolean creates, TryAgain trouble) {
        SubmissionState progress = pass.progress().failed(clock.instant());
        pass.progress(progress);
        boolean unsure = trouble.maybeDone();
        JournaledStep now = unsure ? step.unsure(trouble.error(), null, null) : step;
        if (policy.isSpent(progress.failingSince(), clock.instant())) {
            return now.parked(creates && now.lost() ? ParkReason.UNSURE : ParkReason.UNAVAILABLE, trouble.error());
        }
        Duration delay = policy.delay(progress.failures(), random);
        if (unsure && creates) {
            Duration wait = delay.compareTo(config.quiet()) > 0 ? delay : config.quiet();
            return step.unsure(trouble.error(), WaitReason.QUIET, in(wait));
        }
        return unsure
                ? step.unsure(trouble.error(), WaitReason.RETRY, in(delay))
                : step.postponed(trouble.error(), WaitReason.RETRY, in(delay));
    }

    private Instant in(Duration wait) {
        return clock.instant().plus(wait);
    }
}
