package ghl.gateway.submission.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ghl.gateway.highlevel.settings.CrmConnection;
import ghl.gateway.storage.Database;
import ghl.gateway.storage.StorageException;
import ghl.gateway.storage.Transaction;
import ghl.gateway.submission.journal.Digests;
import ghl.gateway.submission.journal.FencedException;
import ghl.gateway.submission.journal.IdempotencyKey;
import ghl.gateway.submission.journal.JournalClock;
import ghl.gateway.submission.journal.JournalTime;
import ghl.gateway.submission.journal.JournaledStep;
import ghl.gateway.submission.journal.JournaledSubmission;
import ghl.gateway.submission.journal.SubmissionState;
import ghl.gateway.submission.journal.SubmissionStore;
import ghl.gateway.submission.receipt.ContactOutcome;
import ghl.gateway.submission.receipt.StepStatus;
import ghl.gateway.submission.receipt.SubmissionStatus;
import ghl.gateway.submission.step.ContactMatch;
import ghl.gateway.submission.step.CrmAnswer;
import ghl.gateway.submission.step.Plan;
import ghl.gateway.submission.step.Step;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The connection breaks while the database commits: the worker sees an error, though the transaction was stored. */
@QuarkusTest
class CommitInDoubtTest {

    private static final String CONTACT = "ocQHyuzHvysMo5N5VsXc";

    @Inject
    Database database;

    @Inject
    SubmissionStore submissions;

    @Inject
    DeliverySchedule schedule;

    @Inject
    SubmissionWatch watch;

    @Inject
    CrmConnection connection;

    @Inject
    SubmissionConfig config;

    @Inject
    Digests digests;

    @Inject
    JournalClock clock;

    private final Breaking breaking = new Breaking();
    private AttemptJournal journal;
    private JournaledSubmission claimed;
    private DeliveryAttempt attempt;

    @BeforeEach
    void claimedSubmission() {
        journal = new AttemptJournal(breaking, submissions, schedule, watch, connection, config, clock);
        JournalTime now = clock.now();
        Instant leaseEnds = now.steady().plus(Duration.ofDays(1));
        Plan plan = new Plan(
                "ve9EPM428h8vShlRW1KT", null, List.of(new Step.FindContact(new ContactMatch(CONTACT, null, null))));
        claimed = JournaledSubmission.accepted(
                        UUID.randomUUID().toString(),
                        null,
                        plan,
                        SubmissionState.accepted(null, now.steady()).running(leaseEnds),
                        now)
                .leased(1, leaseEnds);
        database.write(transaction ->
                submissions.insert(transaction, claimed, new IdempotencyKey(null, "caller", "digest", null)));
        attempt = new DeliveryAttempt(claimed, digests);
    }

    @Test
    void result_whose_commit_is_in_doubt_is_kept_whole() {
        attempt.step(attempt.step(1).done(CONTACT, CrmAnswer.NOTHING));
        attempt.state(attempt.state().about(CONTACT, ContactOutcome.FOUND));

        assertThatExceptionOfType(StorageException.class).isThrownBy(() -> journal.commit(attempt));
        journal.abort(attempt);

        JournaledSubmission stored = stored();
        assertThat(stored.steps()).extracting(JournaledStep::status).containsExactly(StepStatus.DONE);
        assertThat(stored.state().contactId()).isEqualTo(CONTACT);
        assertThat(stored.state().contactOutcome()).isEqualTo(ContactOutcome.FOUND);
        assertThat(stored.state().status()).isEqualTo(SubmissionStatus.WAITING);
        assertThat(stored.state().failures()).isEqualTo(1);
        assertThat(stored.leasedUntil()).isNull();
    }

    @Test
    void attempt_whose_end_is_in_doubt_stays_ended() {
        attempt.step(attempt.step(1).done(CONTACT, CrmAnswer.NOTHING));
        AssertSubscriber<JournaledSubmission> watcher =
                watch.of(claimed.id()).subscribe().withSubscriber(AssertSubscriber.create(Long.MAX_VALUE));

        assertThatExceptionOfType(StorageException.class).isThrownBy(() -> journal.finish(attempt));
        journal.abort(attempt);

        assertThat(watcher.getItems())
                .extracting(changed -> changed.state().status())
                .containsExactly(SubmissionStatus.DONE);
        assertThat(stored().state().status()).isEqualTo(SubmissionStatus.DONE);
        assertThat(stored().isAtRest()).isTrue();
    }

    @Test
    void another_worker_that_has_claimed_it_meanwhile_is_not_disturbed() {
        assertThatExceptionOfType(StorageException.class).isThrownBy(() -> journal.commit(attempt));
        JournaledSubmission taken =
                claimed.leased(claimed.epoch() + 1, clock.steady().plus(Duration.ofDays(1)));
        database.write(transaction -> {
            submissions.raiseEpoch(transaction, taken);
            return null;
        });

        assertThatExceptionOfType(FencedException.class).isThrownBy(() -> journal.abort(attempt));
        assertThat(stored().leasedUntil()).isNotNull();
    }

    private JournaledSubmission stored() {
        return database.read(transaction -> submissions.find(transaction, claimed.id()))
                .orElseThrow();
    }

    /** Reports an error after its first transaction was stored. */
    private final class Breaking implements Database {

        private boolean isBroken;

        @Override
        public <T> T write(Function<Transaction, T> work) {
            T result = database.write(work);
            if (!isBroken) {
                isBroken = true;
                throw new StorageException("The connection broke during the commit", null, true);
            }
            return result;
        }

        @Override
        public <T> T read(Function<Transaction, T> work) {
            return database.read(work);
        }

        @Override
        public DataSource dataSource() {
            return database.dataSource();
        }

        @Override
        public boolean scrub() {
            return database.scrub();
        }

        @Override
        public boolean isShared() {
            return database.isShared();
        }
    }
}
