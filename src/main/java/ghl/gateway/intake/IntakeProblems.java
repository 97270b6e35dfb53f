package ghl.gateway.intake;

import ghl.gateway.access.Callers;
import ghl.gateway.http.BodyRefusedException;
import ghl.gateway.intake.body.MalformedBodyException;
import ghl.gateway.log.LogPause;
import ghl.gateway.problem.Problem;
import ghl.gateway.publicform.IntakeRefusedException;
import ghl.gateway.storage.StorageException;
import ghl.gateway.storage.StorageOutage;
import ghl.gateway.submission.accept.NotAcceptedException;
import ghl.gateway.submission.accept.QuarantineFullException;
import ghl.gateway.time.Steady;
import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationFailedException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import org.jboss.logging.Logger;

/** What senders are told of a form that was not taken. */
@ApplicationScoped
class IntakeProblems {

    private static final Logger LOG = Logger.getLogger(IntakeProblems.class);
    private static final Duration RATE_WINDOW = Duration.ofMinutes(1);
    private static final Duration STORAGE_RETRY = Duration.ofSeconds(10);
    private static final Duration REPAIR_RETRY = Duration.ofMinutes(10);
    private static final Duration STACK_TRACE_PAUSE = Duration.ofMinutes(1);

    private final LogPause stackTraces;

    private final StorageOutage outage;

    IntakeProblems(StorageOutage outage, @Steady Clock steadyClock) {
        this.outage = outage;
        this.stackTraces = new LogPause(steadyClock, STACK_TRACE_PAUSE);
    }

    Problem of(Throwable failure) {
        if (failure instanceof IntakeRefusedException refusal) {
            Problem problem = Problem.of(refusal.status(), refusal.code(), refusal.getMessage());
            return switch (refusal.status()) {
                case 429 -> problem.retryAfter(RATE_WINDOW);
                case 503 -> problem.retryAfter(REPAIR_RETRY);
                default -> problem;
            };
        }
        if (failure instanceof QuarantineFullException) {
            return Problem.of(
                            503,
                            "NOT_ACCEPTED",
                            "The form could not be read, and there is no room to keep more of these: retry or discard those"
                                    + " that are kept, then send it again")
                    .retryAfter(REPAIR_RETRY);
        }
        if (failure instanceof BodyRefusedException refusal) {
            return refusal.problem();
        }
        if (failure instanceof MalformedBodyException malformed) {
            return Problem.of(malformed.status(), "BAD_REQUEST", malformed.getMessage());
        }
        if (failure instanceof AuthenticationFailedException) {
            return Problem.of(401, "UNAUTHENTICATED", Callers.INVALID_CREDENTIALS);
        }
        if (failure instanceof OIDCException) {
            return Problem.of(503, "NOT_ACCEPTED", "The OpenID provider does not respond: send the form again")
                    .retryAfter(STORAGE_RETRY);
        }
        if (!(failure instanceof NotAcceptedException)) { // which is counted already
            outage.refusedForm(failure);
        }
        log(failure);
        return Problem.of(503, "NOT_ACCEPTED", "The form could not be stored: send it again")
                .retryAfter(STORAGE_RETRY);
    }

    /** A full stack trace for each kind of defect and minute, because anyone can send forms. */
    private void log(Throwable failure) {
        if (StorageException.isOutage(failure)) {
            return;
        }
        if (stackTraces.isOver(failure.getClass().getName())) {
            LOG.error("Form could not be stored", failure);
        } else {
            LOG.errorf("Form could not be stored: %s", failure.getClass().getName());
        }
    }
}
