package ghl.gateway.intake.capture;

import ghl.gateway.form.definition.SenderType;
import ghl.gateway.intake.body.RequestBody;
import ghl.gateway.intake.sender.ReceivedAnswers;
import ghl.gateway.intake.sender.SenderGuess;
import ghl.gateway.storage.Database;
import ghl.gateway.storage.Sealing;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/** Keeps the first bodies of forms that an operator opened for it. Blocks. */
public final class Captures {

    private static final int LONGEST_BODY = 256 * 1024;
    private static final int LONGEST_TYPE = 200;

    private final Database database;
    private final Sealing sealing;
    private final Clock clock;
    private final Duration keep;
    private final int most;
    private final CaptureStore store = new CaptureStore();

    /** @param keep how long a form stays open, and a body is kept @param most bodies of one form */
    public Captures(Database database, Sealing sealing, Clock clock, Duration keep, int most) {
        this.database = database;
        this.sealing = sealing;
        this.clock = clock;
        this.keep = keep;
        this.most = most;
    }

    /** @param flattened as its sender means it, as far as that can be told */
    public record Captured(Instant at, SenderType sender, ReceivedAnswers flattened) {}

    /** @return until when */
    public Instant open(String form) {
        Instant now = clock.instant();
        Instant until = now.plus(keep);
        database.write(transaction -> {
            store.open(transaction, form, now, until);
            return null;
        });
        return until;
    }

    /** Until when a form is open; empty when it is not. */
    public Optional<Instant> openUntil(String form) {
        return database.read(transaction -> store.openUntil(transaction, form, clock.instant()));
    }

    /** Keeps a body, if the form is open and has room. @return whether the form is open */
    public boolean capture(String form, RequestBody posted) {
        Instant now = clock.instant();
        if (openUntil(form).isEmpty()) {
            return false;
        }
        if (posted.bytes().length > LONGEST_BODY || posted.contentType().length() > LONGEST_TYPE) {
            return true;
        }
        String id = UUID.randomUUID().toString();
        CaptureStore.Row row = new CaptureStore.Row(
                id, form, posted.contentType(), sealing.seal(posted.bytes(), context(id)), now, now.plus(keep));
        return database.write(transaction -> {
            if (store.count(transaction, form) < most) {
                store.insert(transaction, row);
            }
            return true;
        });
    }

    /** What came in and can be read, oldest first. */
    public List<Captured> of(String form) {
        return database.read(transaction -> store.of(transaction, form, clock.instant())).stream()
                .map(this::captured)
                .flatMap(Optional::stream)
                .toList();
    }

    /** Closes it and forgets what came in. @return how many bodies */
    public int forget(String form) {
        int forgotten = database.write(transaction -> store.forget(transaction, form));
        database.scrub();
        return forgotten;
    }

    /** Forgets what came in for some forms. What is open stays so. */
    public void forgetBodies(Predicate<String> form) {
        int forgotten = database.write(transaction -> store.forms(transaction).stream()
                .filter(form)
                .mapToInt(each -> store.forgetBodies(transaction, each))
                .sum());
        if (forgotten > 0) {
            database.scrub();
        }
    }

    /** Forgets what is over. */
    public void forgetExpired() {
        int forgotten = database.write(transaction -> store.forgetExpired(transaction, clock.instant()));
        if (forgotten > 0) {
            database.scrub();
        }
    }

    private Optional<Captured> captured(CaptureStore.Row row) {
        RequestBody posted = new RequestBody(sealing.open(row.body(), context(row.id())), row.contentType(), Map.of());
        return SenderGuess.of(posted).map(guess -> new Captured(row.capturedAt(), guess.sender(), guess.flattened()));
    }

    /** What the body of a row is sealed for. */
    public static String context(String id) {
        return "intake/captured/" + id;
    }
}
