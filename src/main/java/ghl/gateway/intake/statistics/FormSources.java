package ghl.gateway.intake.statistics;

import ghl.gateway.form.definition.FormDefinition;
import ghl.gateway.form.definition.Questions;
import ghl.gateway.form.definition.SenderType;
import ghl.gateway.intake.sender.ReceivedAnswers;
import ghl.gateway.intake.statistics.Counter.Outcome;
import ghl.gateway.storage.Database;
import ghl.gateway.storage.StorageException;
import ghl.gateway.submission.receipt.Submission;
import ghl.gateway.submission.receipt.SubmissionStatus;
import ghl.gateway.submission.receipt.SubmitFormPayload;
import ghl.gateway.submission.receipt.Warning;
import ghl.gateway.time.PeriodicJobs;
import ghl.gateway.time.Steady;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Counts what the sources of the defined forms post, and warns when one stops sending an e-mail address or a phone number:
 * a sender that renames its fields goes unnoticed otherwise, because its leads are accepted without them.
 *
 * <p>Counting takes no I/O: the numbers are added to the database every minute and at the end. Several gateways add to the
 * same numbers, so that each reports what all of them received.
 */
@ApplicationScoped
public class FormSources {

    private static final Logger LOG = Logger.getLogger(FormSources.class);
    private static final Duration FLUSH_INTERVAL = Duration.ofMinutes(1);
    private static final Duration DELETION_INTERVAL = Duration.ofHours(1);

    private final Database database;
    private final MeterRegistry meters;
    private final Clock clock;
    private final FormSourceStore store = new FormSourceStore();

    /** Held while numbers are on their way to the database, not while posts are counted. */
    private final Object flushing = new Object();

    private Increments pending = new Increments();

    /** What the database said last, and what is on its way there. */
    private Map<Source, Identification> known = new HashMap<>();

    private final LossLog losses;

    FormSources(Database database, MeterRegistry meters, Clock clock, @Steady Clock steadyClock) {
        this.database = database;
        this.meters = meters;
        this.clock = clock;
        this.losses = new LossLog(steadyClock);
    }

    /**
     * Counts an accepted post.
     *
     * @param questions of the form
     * @param identified whether a valid e-mail address or phone number was found
     */
    public synchronized void received(
            String form, SenderType type, ReceivedAnswers received, Questions questions, boolean identified) {
        Source source = new Source(form, type);
        count(source, identified ? Outcome.IDENTIFIED : Outcome.UNIDENTIFIED);
        Map<String, String> asked = questions.match(received.answers().names());
        received.answers()
                .names()
                .forEach(name -> pending.count(
                        source,
                        clock.instant(),
                        asked.containsKey(name) ? Counter.answer(asked.get(name)) : Counter.UNASKED));
        notice(source, identified);
    }

    /** Counts a post with answers. @param payload the full receipt */
    public void submitted(FormDefinition form, SenderType type, ReceivedAnswers received, SubmitFormPayload payload) {
        Submission submission = payload.submission();
        if (submission == null) {
            rejected(form.name(), type);
        } else if (submission.status() == SubmissionStatus.QUARANTINED) {
            quarantined(form.name(), type);
        } else {
            boolean identified = submission.warnings().stream()
                    .noneMatch(warning -> warning.code().equals(Warning.NO_IDENTIFIER));
            received(form.name(), type, received, Questions.of(form), identified);
        }
    }

    /** Counts a post of which no answer could be read. */
    public synchronized void unreadable(String form, SenderType type) {
        Source source = new Source(form, type);
        count(source, Outcome.UNREADABLE);
        notice(source, false);
    }

    /** Counts a post that is no form. */
    public synchronized void ignored(String form, SenderType type) {
        count(new Source(form, type), Outcome.IGNORED);
    }

    /** Counts a post that was refused with what is to be corrected. */
    public synchronized void rejected(String form, SenderType type) {
        count(new Source(form, type), Outcome.REJECTED);
    }

    /** Counts probable spam. Whether it has an identifier says nothing about the form. */
    public synchronized void quarantined(String form, SenderType type) {
        count(new Source(form, type), Outcome.QUARANTINED);
    }

    /** What the sources of these forms posted in the last day, by form. Blocks. */
    public Map<String, List<SourceStatus>> status(List<FormDefinition> forms) {
        synchronized (flushing) {
            long firstHour = Counter.firstHour(clock.instant());
            Map<Counter, Long> sums = database.read(transaction -> store.sums(transaction, firstHour));
            synchronized (this) {
                pending.counted().stream()
                        .filter(counted -> counted.getKey().hour() >= firstHour)
                        .forEach(counted -> sums.merge(counted.getKey().at(firstHour), counted.getValue(), Long::sum));
                Set<Source> posting =
                        sums.keySet().stream().map(Counter::source).collect(Collectors.toSet());
                return forms.stream()
                        .collect(Collectors.toMap(FormDefinition::name, form -> sources(form.name(), posting)
                                .map(source -> SourceStatus.of(
                                        form,
                                        source,
                                        identification(source),
                                        name -> sums.getOrDefault(new Counter(source, firstHour, name), 0L)))
                                .toList()));
            }
        }
    }

    /** Sentences for operators about the form's sources that stopped sending an e-mail address or a phone number. */
    public synchronized List<String> warnings(String form) {
        return sources(form, Set.of())
                .filter(source -> identification(source).isLost())
                .map(source -> LossLog.sentence(source, identification(source)))
                .toList();
    }

    void start(@Observes StartupEvent start, PeriodicJobs jobs) {
        load();
        jobs.start(FLUSH_INTERVAL, FLUSH_INTERVAL, this::flush);
        jobs.start(FLUSH_INTERVAL, DELETION_INTERVAL, this::deleteOld);
    }

    void load() {
        try {
            Map<Source, Identification> stored = database.read(store::identifications);
            synchronized (this) {
                known = stored;
                known.forEach(losses::assumeLogged);
            }
        } catch (StorageException e) {
            LOG.warn("What the senders of forms posted before could not be read", e);
        }
    }

    void stop(@Observes ShutdownEvent end) {
        flush();
    }

    void flush() {
        synchronized (flushing) {
            Map<Source, Identification> before = known();
            Increments taken = take();
            if (taken.isEmpty() && !database.isShared()) {
                return;
            }
            try {
                know(database.write(transaction -> {
                    taken.counted().forEach(counted -> store.add(transaction, counted.getKey(), counted.getValue()));
                    taken.noticed().forEach(noticed -> store.add(transaction, noticed.getKey(), noticed.getValue()));
                    return store.identifications(transaction);
                }));
            } catch (StorageException e) {
                giveBack(taken, before);
                LOG.warn("What the senders of forms posted could not be stored, it is tried again", e);
            }
        }
    }

    void deleteOld() {
        try {
            long firstHour = Counter.firstHour(clock.instant());
            database.write(transaction -> store.deleteBefore(transaction, firstHour));
        } catch (StorageException e) {
            LOG.warn("What the senders of forms posted long ago could not be deleted", e);
        }
    }

    private synchronized Map<Source, Identification> known() {
        return known;
    }

    private synchronized Increments take() {
        Increments taken = pending;
        pending = new Increments();
        Map<Source, Identification> expected = new HashMap<>(known);
        taken.noticed().forEach(noticed -> expected.merge(noticed.getKey(), noticed.getValue(), Identification::then));
        known = expected;
        return taken;
    }

    private synchronized void giveBack(Increments taken, Map<Source, Identification> before) {
        pending.precede(taken, Counter.firstHour(clock.instant()));
        known = before;
    }

    private synchronized void know(Map<Source, Identification> stored) {
        known = stored;
        known.keySet().forEach(source -> losses.notice(source, identification(source)));
    }

    private void count(Source source, Outcome outcome) {
        pending.count(source, clock.instant(), outcome.name());
        meters.counter(
                        "gateway.form.posts",
                        "form",
                        source.form(),
                        "source",
                        source.type().text(),
                        "outcome",
                        outcome.name().toLowerCase(Locale.ROOT))
                .increment();
    }

    private void notice(Source source, boolean identified) {
        pending.notice(source, clock.instant(), identified);
        losses.notice(source, identification(source));
    }

    private Identification identification(Source source) {
        return known.getOrDefault(source, Identification.NONE).then(pending.noticed(source));
    }

    private Stream<Source> sources(String form, Set<Source> more) {
        return Stream.of(known.keySet(), pending.sources(), more)
                .flatMap(Set::stream)
                .filter(source -> source.form().equals(form))
                .distinct()
                .sorted(Comparator.comparing(Source::type));
    }
}
