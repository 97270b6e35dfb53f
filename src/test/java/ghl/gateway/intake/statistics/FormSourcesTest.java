package ghl.gateway.intake.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import ghl.gateway.fixture.LoggedLines;
import ghl.gateway.fixture.TestClock;
import ghl.gateway.form.answer.Answers;
import ghl.gateway.form.definition.FormDefinition;
import ghl.gateway.form.definition.Questions;
import ghl.gateway.form.definition.SenderType;
import ghl.gateway.form.file.FormFile;
import ghl.gateway.form.file.FormFileException;
import ghl.gateway.form.file.FormReader;
import ghl.gateway.intake.sender.ReceivedAnswers;
import ghl.gateway.storage.Database;
import ghl.gateway.storage.OpenDatabase;
import ghl.gateway.storage.StorageException;
import ghl.gateway.storage.Transaction;
import ghl.gateway.storage.sqlite.SqliteDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Numbers of what sources posted, and the warning of identifiers that are no longer found. */
class FormSourcesTest {

    private static final String FORM = "quote";

    @RegisterExtension
    final LoggedLines log = new LoggedLines(FormSources.class);

    @TempDir
    Path data;

    private final TestClock clock = new TestClock();
    private final TestClock steadyClock = new TestClock();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private FailingDatabase database;
    private FormDefinition form;
    private FormSources sources;

    @BeforeEach
    void start() throws FormFileException {
        database = new FailingDatabase(SqliteDatabase.open(data));
        form = new FormReader(variable -> true).read(new FormFile(FORM, FORM + ".yaml", """
                answers:
                  email: {type: email, label: E-mail}
                  phone: {type: phone}
                contact: {email: "{email}", phone: "{phone}"}
                """));
        sources = restarted();
    }

    @AfterEach
    void close() {
        database.open.close();
    }

    @Test
    void posts_and_their_answers_are_counted_by_source() {
        post(SenderType.TALLY, true);
        post(SenderType.TALLY, false);
        sources.ignored(FORM, SenderType.TALLY);
        sources.unreadable(FORM, SenderType.TALLY);
        sources.rejected(FORM, SenderType.PUBLIC);
        sources.quarantined(FORM, SenderType.PUBLIC);

        assertThat(status())
                .containsExactly(
                        new SourceStatus(
                                SenderType.TALLY, 4, 1, 0, 0, 1, 1, 1, 3, Map.of("email", 1L, "phone", 0L), now()),
                        new SourceStatus(
                                SenderType.PUBLIC, 2, 0, 1, 1, 0, 0, 0, 0, Map.of("email", 0L, "phone", 0L), null));
        assertThat(meters.get("gateway.form.posts")
                        .tags("form", FORM, "source", "tally", "outcome", "unidentified")
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void numbers_of_several_gateways_add_up_and_survive_a_restart() {
        FormSources other = restarted();
        post(SenderType.TALLY, true);
        sources.flush();
        other.received(FORM, SenderType.TALLY, answers(true), Questions.of(form), true);
        other.flush();
        post(SenderType.TALLY, true);

        assertThat(status().get(0).posts()).isEqualTo(3);
        sources.stop(null);
        assertThat(restarted().status(List.of(form)).get(FORM).get(0).posts()).isEqualTo(3);
    }

    @Test
    void numbers_older_than_a_day_are_left_out_and_deleted() {
        post(SenderType.TALLY, true);
        Instant first = now();
        sources.flush();
        clock.advance(Duration.ofHours(20));
        post(SenderType.TALLY, true);
        assertThat(status().get(0).posts()).isEqualTo(2);

        clock.advance(Duration.ofHours(5));
        assertThat(status().get(0).posts()).isEqualTo(1);
        clock.advance(Duration.ofHours(20));
        assertThat(status().get(0).posts()).isZero();
        assertThat(status().get(0).lastIdentifiedAt()).isAfter(first);

        sources.flush();
        sources.deleteOld();
        assertThat(database.open.<Long>read(transaction -> transaction
                        .first("SELECT COUNT(*) AS rows FROM form_source_hour", row -> row.number("rows"))
                        .orElseThrow()))
                .isZero();
    }

    @Test
    void numbers_are_kept_while_the_database_fails() {
        post(SenderType.TALLY, true);
        post(SenderType.TALLY, false);
        database.fails = true;
        sources.flush();
        post(SenderType.TALLY, false);
        database.fails = false;
        sources.flush();

        assertThat(status().get(0).posts()).isEqualTo(3);
        repeat(2);
        assertThat(sources.warnings(FORM)).isEmpty();
        repeat(1);
        assertThat(sources.warnings(FORM)).hasSize(1);
    }

    @Test
    void lost_identifier_is_reported_until_it_is_found_again() {
        post(SenderType.TALLY, true);
        Instant last = now();
        clock.advance(Duration.ofHours(1));
        repeat(4);
        assertThat(sources.warnings(FORM)).isEmpty();

        repeat(2);

        assertThat(log.messages())
                .singleElement()
                .asString()
                .startsWith(
                        "Form quote: the last 5 posts of its source tally had no valid e-mail address or phone number")
                .contains(last.toString())
                .doesNotContain("@");
        assertThat(sources.warnings(FORM))
                .singleElement()
                .asString()
                .startsWith("the last 6 posts of its source tally");
        assertThat(sources.warnings("another")).isEmpty();

        post(SenderType.TALLY, true);
        assertThat(sources.warnings(FORM)).isEmpty();
        repeat(5);
        assertThat(log.messages()).as("within the hour").hasSize(1);
        clock.advance(Duration.ofDays(-1));
        steadyClock.advance(Duration.ofHours(1));
        repeat(2);
        assertThat(log.messages()).hasSize(2);
    }

    @Test
    void form_that_never_found_an_identifier_is_reported() {
        for (int post = 0; post < 5; post++) {
            sources.unreadable(FORM, SenderType.LINK);
        }

        assertThat(log.messages()).singleElement().asString().contains("source link", "none had one before");
    }

    @Test
    void posts_that_are_no_leads_say_nothing_about_identifiers() {
        for (int post = 0; post < 5; post++) {
            sources.ignored(FORM, SenderType.TALLY);
            sources.rejected(FORM, SenderType.TALLY);
            sources.quarantined(FORM, SenderType.TALLY);
        }

        assertThat(sources.warnings(FORM)).isEmpty();
    }

    @Test
    void loss_seen_by_several_gateways_together_is_reported_and_not_again_after_a_restart() {
        FormSources other = restarted();
        repeat(3);
        sources.flush();
        for (int post = 0; post < 2; post++) {
            other.received(FORM, SenderType.TALLY, answers(false), Questions.of(form), false);
        }
        assertThat(log.messages()).isEmpty();

        other.flush();

        assertThat(log.messages()).hasSize(1);
        FormSources third = restarted();
        third.received(FORM, SenderType.TALLY, answers(false), Questions.of(form), false);
        assertThat(third.warnings(FORM)).hasSize(1);
        assertThat(log.messages()).hasSize(1);
    }

    private FormSources restarted() {
        FormSources started = new FormSources(database, meters, clock, steadyClock);
        started.load();
        return started;
    }

    private void repeat(int times) {
        for (int post = 0; post < times; post++) {
            post(SenderType.TALLY, false);
        }
    }

    private void post(SenderType type, boolean identified) {
        sources.received(FORM, type, answers(identified), Questions.of(form), identified);
    }

    private static ReceivedAnswers answers(boolean identified) {
        Answers.Builder answers = Answers.builder().add("Colour", "green");
        answers.add(identified ? "e-mail" : "Mail", "ada@example.com");
        return new ReceivedAnswers(answers.build(), null, null, null, 0, null);
    }

    private List<SourceStatus> status() {
        return sources.status(List.of(form)).get(FORM);
    }

    private Instant now() {
        return clock.instant();
    }

    private static final class FailingDatabase implements Database {

        private final OpenDatabase open;
        private boolean fails;

        FailingDatabase(OpenDatabase open) {
            this.open = open;
        }

        @Override
        public <T> T write(Function<Transaction, T> work) {
            if (fails) {
                throw new StorageException("The disk is full", null);
            }
            return open.write(work);
        }

        @Override
        public <T> T read(Function<Transaction, T> work) {
            return open.read(work);
        }

        @Override
        public DataSource dataSource() {
            return open.dataSource();
        }

        @Override
        public boolean scrub() {
            return open.scrub();
        }

        @Override
        public boolean isShared() {
            return open.isShared();
        }
    }
}
