package ghl.gateway.intake.capture;

import ghl.gateway.form.FormSubmissions;
import ghl.gateway.intake.body.RequestBody;
import ghl.gateway.publicform.IntakeConfig;
import ghl.gateway.storage.Database;
import ghl.gateway.storage.Sealing;
import ghl.gateway.storage.StorageException;
import ghl.gateway.storage.sealing.SealedColumn;
import ghl.gateway.submission.operator.PersonErased;
import ghl.gateway.time.PeriodicJobs;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Captures the first request bodies of forms for which an operator opened capture. Blocks. */
@Singleton
public class Captures {

    private static final Logger LOG = Logger.getLogger(Captures.class);
    private static final int MAX_TYPE_LENGTH = 200;
    private static final Duration FIRST_DELETION = Duration.ofSeconds(10);
    private static final Duration DELETION_INTERVAL = Duration.ofMinutes(10);

    private final FormSubmissions forms;
    private final Database database;
    private final Sealing sealing;
    private final Clock clock;
    private final IntakeConfig.Capture config;
    private final CaptureStore store = new CaptureStore();

    Captures(FormSubmissions forms, Database database, Sealing sealing, Clock clock, IntakeConfig config) {
        this.forms = forms;
        this.database = database;
        this.sealing = sealing;
        this.clock = clock;
        this.config = config.capture();
    }

    /** Opens capture. Bodies captured earlier stay. */
    public void open(String form) {
        Instant now = clock.instant();
        database.write(transaction -> {
            store.open(transaction, form, now, now.plus(config.keep()));
            return null;
        });
    }

    /** Empty when capture is closed. */
    public Optional<Instant> openUntil(String form) {
        return database.read(transaction -> store.openUntil(transaction, form, clock.instant()));
    }

    /** Stores a body while capture is open and has room. */
    public void capture(String form, RequestBody body) {
        Instant now = clock.instant();
        if (openUntil(form).isEmpty()) {
            return;
        }
        String id = UUID.randomUUID().toString();
        byte[] sealed = sealing.seal(body.bytes(), sealingContext(id));
        CaptureStore.Row row = new CaptureStore.Row(
                id, form, start(body.contentType()), CapturedHeaders.write(body), sealed, now, now.plus(config.keep()));
        database.write(transaction -> {
            if (store.count(transaction, form) < config.most()) {
                store.insert(transaction, row);
            }
            return null;
        });
    }

    /** The captured bodies, oldest first. */
    public List<Captured> list(String form) {
        return database.read(transaction -> store.list(transaction, form, clock.instant())).stream()
                .map(this::captured)
                .toList();
    }

    /** Closes capture and deletes the form's bodies. @return how many */
    public int delete(String form) {
        int deleted = database.write(transaction -> store.delete(transaction, form));
        database.scrub();
        return deleted;
    }

    /** Deletes the bodies of all forms of the person's location, because any may contain that person. */
    void deleteBodies(@Observes PersonErased erased) {
        scrubAfter(database.write(transaction -> store.forms(transaction).stream()
                .filter(form -> mayBelongTo(form, erased.locationId()))
                .mapToInt(form -> store.deleteBodies(transaction, form))
                .sum()));
    }

    /** A form that is not defined yet may belong to any location. */
    private boolean mayBelongTo(String form, String locationId) {
        return forms.locationOfForm(form).map(locationId::equals).orElse(true);
    }

    void start(@Observes StartupEvent start, PeriodicJobs jobs) {
        jobs.start(FIRST_DELETION, DELETION_INTERVAL, this::deleteExpired);
    }

    private void deleteExpired() {
        try {
            scrubAfter(database.write(transaction -> store.deleteExpired(transaction, clock.instant())));
        } catch (StorageException e) {
            LOG.warn("Expired captured bodies could not be deleted", e);
        }
    }

    /** Includes the bodies in the rotation of the master key. */
    @Produces
    @Singleton
    static SealedColumn sealedBodies() {
        return new SealedColumn(
                "captured_body",
                "body",
                List.of("id"),
                row -> List.of(row.text("id")),
                row -> sealingContext(row.text("id")));
    }

    private void scrubAfter(int deleted) {
        if (deleted > 0) {
            database.scrub();
        }
    }

    private Captured captured(CaptureStore.Row row) {
        byte[] bytes = sealing.open(row.body(), sealingContext(row.id()));
        return Captured.read(
                row.capturedAt(), new RequestBody(bytes, row.contentType(), CapturedHeaders.read(row.headers())));
    }

    private static String start(String contentType) {
        return contentType.substring(0, Math.min(contentType.length(), MAX_TYPE_LENGTH));
    }

    private static String sealingContext(String id) {
        return "intake/captured/" + id;
    }
}
