package ghl.gateway.submission.operator;

import ghl.gateway.storage.Database;
import ghl.gateway.storage.Transaction;
import ghl.gateway.submission.accept.Acceptance;
import ghl.gateway.submission.accept.Acceptance.ReadForm;
import ghl.gateway.submission.accept.SubmissionInsertion;
import ghl.gateway.submission.input.Actor;
import ghl.gateway.submission.journal.JournaledSubmission;
import ghl.gateway.submission.journal.ReceivedBody;
import ghl.gateway.submission.journal.ReceivedBodyStore;
import ghl.gateway.submission.receipt.UserError;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;

/** Retries submissions whose body could not be read: with the form's present definition. Blocks. */
@ApplicationScoped
class Rereading {

    private final UnreadableForms forms;
    private final Acceptance acceptance;
    private final SubmissionInsertion insertion;
    private final ReceivedBodyStore bodies;
    private final Database database;

    Rereading(
            UnreadableForms forms,
            Acceptance acceptance,
            SubmissionInsertion insertion,
            ReceivedBodyStore bodies,
            Database database) {
        this.forms = forms;
        this.acceptance = acceptance;
        this.insertion = insertion;
        this.bodies = bodies;
        this.database = database;
    }

    /**
     * Reads the body before the transaction that changes the submission, because this may take a call to the CRM.
     *
     * @return empty if the submission is not unreadable
     * @throws NotPossibleException if it still cannot be read
     */
    Optional<ReadForm> read(JournaledSubmission found) {
        if (!found.state().isUnreadable()) {
            return Optional.empty();
        }
        Optional<ReceivedBody> body = database.read(transaction -> bodies.find(transaction, found.id()));
        return body.map(received -> acceptance.read(forms.read(found.form(), received)));
    }

    /**
     * Delivers what was read, in the caller's transaction, unless someone else did so meanwhile.
     *
     * @param found locked
     * @param at when its first attempt is due
     * @throws NotPossibleException if the form is not valid, or was accepted as another submission
     */
    JournaledSubmission deliver(
            Transaction transaction, Actor by, JournaledSubmission found, ReadForm read, Instant at) {
        if (!read.userErrors().isEmpty()) {
            throw new NotPossibleException("It can be read now, but is not valid: "
                    + read.userErrors().stream().map(Rereading::sentence).collect(Collectors.joining("; ")));
        }
        if (!by.locations().contains(read.submission().locationId())) {
            throw new NotPossibleException("Its form belongs to another location now, which this key may not reach");
        }
        JournaledSubmission form = read.submission();
        insertion
                .otherWith(transaction, found.id(), form.locationId(), read.key())
                .ifPresent(other -> {
                    throw new NotPossibleException("The same form was accepted as submission " + other.submissionId()
                            + " meanwhile: discard this one");
                });
        JournaledSubmission due =
                form.isAtRest() ? form : form.withState(form.state().withNextAttemptAt(at));
        return insertion.complete(transaction, by, found, due, read.key());
    }

    private static String sentence(UserError error) {
        return String.join(".", error.path()) + " " + error.message();
    }
}
