package ghl.gateway.highlevel;

import static ghl.gateway.highlevel.TestCrm.LOCATION;
import static org.assertj.core.api.Assertions.assertThat;

import ghl.gateway.contact.Contact;
import ghl.gateway.fixture.Patience;
import ghl.gateway.fixture.TestClock;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Reads are shared and cached, and invalidated by writes of this process. */
@QuarkusTest
class CachedReadsTest {

    private static final FaultyUpstream UPSTREAM = new FaultyUpstream();

    private final TestClock clock = new TestClock();
    private final HighLevel crm = TestCrm.at(UPSTREAM.url())
            .clock(clock)
            .cache(Duration.ofSeconds(5), Duration.ofSeconds(60))
            .highLevel();

    @AfterAll
    static void stop() {
        UPSTREAM.close();
    }

    @BeforeEach
    void forget() {
        UPSTREAM.reset();
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "CONTACT",
                "DUPLICATE",
                "LIST",
                "SEARCH",
                "OF_BUSINESS",
                "TASKS",
                "TASK",
                "NOTES",
                "NOTE",
                "APPOINTMENTS"
            })
    void read_is_made_once_within_its_ttl(Operation read) {
        UPSTREAM.answers(200, read.healthyAnswer());

        await(read.on(crm));
        await(read.on(crm));
        assertThat(UPSTREAM.received()).hasSize(1);

        clock.advance(Duration.ofSeconds(5));
        await(read.on(crm));
        assertThat(UPSTREAM.received()).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {
                "CONTACT",
                "DUPLICATE",
                "LIST",
                "SEARCH",
                "OF_BUSINESS",
                "TASKS",
                "TASK",
                "NOTES",
                "NOTE",
                "APPOINTMENTS",
                "GET_LOCATION",
                "CUSTOM_FIELDS"
            })
    void write_invalidates_every_read(Operation write) {
        for (Operation read : new Operation[] {Operation.CONTACT, Operation.TASKS, Operation.NOTES, Operation.LIST}) {
            UPSTREAM.answers(200, read.healthyAnswer());
            await(read.on(crm));
            UPSTREAM.answers(200, write.healthyAnswer());
            await(write.on(crm));
            UPSTREAM.reset();
            UPSTREAM.answers(200, read.healthyAnswer());

            await(read.on(crm));

            assertThat(UPSTREAM.received()).as(read.operationId()).hasSize(1);
        }
    }

    @Test
    void refused_write_keeps_cached_reads() {
        UPSTREAM.answers(200, named("Ada"));
        await(crm.contact(LOCATION, "c1"));
        UPSTREAM.answers(400, "{\"statusCode\":400,\"message\":\"no duplicates\",\"meta\":{\"contactId\":\"c1\"}}");
        crm.createContact(LOCATION, Drafts.named("Grace"))
                .onFailure()
                .recoverWithNull()
                .await()
                .indefinitely();
        int calls = UPSTREAM.received().size();

        assertThat(await(crm.contact(LOCATION, "c1")).firstName()).isEqualTo("Ada");
        assertThat(UPSTREAM.received()).hasSize(calls);
    }

    @Test
    void locations_do_not_share_cached_reads() {
        UPSTREAM.answers(200, "{\"tasks\":[]}");
        await(crm.tasks(LOCATION, "c1"));
        int calls = UPSTREAM.received().size();

        await(crm.tasks("anotherlocation00001", "c1"));

        assertThat(UPSTREAM.received()).hasSize(calls + 1);
    }

    @Test
    void write_with_unknown_outcome_invalidates_reads() {
        UPSTREAM.answers(200, named("Ada"));
        await(crm.contact(LOCATION, "c1"));
        UPSTREAM.answers(500, "{}");
        crm.upsertContact(LOCATION, Drafts.named("Grace"))
                .onFailure()
                .recoverWithNull()
                .await()
                .indefinitely();
        UPSTREAM.answers(200, named("Grace"));

        assertThat(await(crm.contact(LOCATION, "c1")).firstName()).isEqualTo("Grace");
    }

    @Test
    void write_keeps_reads_of_other_contacts() {
        UPSTREAM.answers(200, "{\"notes\":[]}");
        await(crm.notes(LOCATION, "another"));
        UPSTREAM.answers(200, Operation.CREATE_NOTE.healthyAnswer());
        await(Operation.CREATE_NOTE.on(crm));
        UPSTREAM.reset();

        await(crm.notes(LOCATION, "another"));

        assertThat(UPSTREAM.received()).isEmpty();
    }

    @Test
    void read_after_a_write_does_not_join_an_earlier_read() {
        UPSTREAM.answers(200, named("Nobody"));
        await(crm.contact(LOCATION, "known"));
        UPSTREAM.answersWhenTold(200, named("Ada"));
        CompletableFuture<Contact> before = crm.contact(LOCATION, "c1").subscribeAsCompletionStage();
        UPSTREAM.awaitReceived(2);
        UPSTREAM.answers(200, Operation.UPDATE.healthyAnswer());
        await(Operation.UPDATE.on(crm));
        UPSTREAM.answers(200, named("Grace"));

        assertThat(await(crm.contact(LOCATION, "c1")).firstName()).isEqualTo("Grace");

        UPSTREAM.tell();
        assertThat(before.join().firstName()).as("handed out").isEqualTo("Ada");
        assertThat(await(crm.contact(LOCATION, "c1")).firstName())
                .as("not kept")
                .isEqualTo("Grace");
    }

    @Test
    void stale_answer_is_served_and_refreshed_while_the_budget_is_exhausted() {
        HighLevel poor = TestCrm.at(UPSTREAM.url())
                .clock(clock)
                .budget(1, Duration.ofSeconds(10))
                .cache(Duration.ofSeconds(5), Duration.ofSeconds(60))
                .highLevel();
        UPSTREAM.answers(200, named("Ada"));
        await(poor.contact(LOCATION, "c1"));
        UPSTREAM.answers(200, named("Grace"));

        clock.advance(Duration.ofSeconds(6));
        assertThat(await(poor.contact(LOCATION, "c1")).firstName())
                .as("stale, without waiting for the budget")
                .isEqualTo("Ada");

        clock.advance(Duration.ofSeconds(10));
        Patience.await()
                .until(() -> await(poor.contact(LOCATION, "c1")).firstName().equals("Grace"));
        assertThat(UPSTREAM.received()).hasSize(2);
    }

    private static String named(String firstName) {
        return "{\"contact\":{\"id\":\"c1\",\"locationId\":\"location000000000001\",\"firstName\":\"" + firstName
                + "\"}}";
    }

    private static <T> T await(Uni<T> uni) {
        return uni.await().atMost(Patience.LIMIT);
    }
}
