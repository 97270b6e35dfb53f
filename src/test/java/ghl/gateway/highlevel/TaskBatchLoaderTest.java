package ghl.gateway.highlevel;

import static ghl.gateway.highlevel.TestCrm.LOCATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ghl.gateway.contact.ContactListRequest;
import ghl.gateway.contact.Task;
import ghl.gateway.contact.draft.TaskDraft;
import ghl.gateway.fixture.Patience;
import ghl.gateway.fixture.TestClock;
import ghl.gateway.highlevel.call.ReadContext;
import ghl.gateway.highlevel.call.UpstreamException;
import ghl.gateway.highlevel.read.NestedList;
import ghl.gateway.highlevel.read.QueryCost;
import ghl.gateway.highlevel.settings.HighLevelConfig.Gather;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tasks of many contacts cost one call if the CRM's search is reliable, otherwise one each. */
@QuarkusTest
class TaskBatchLoaderTest {

    private static final FaultyUpstream UPSTREAM = new FaultyUpstream();
    private static final String SEARCH = "/locations/" + LOCATION + "/tasks/search";
    private static final String ONE_EACH = "{\"tasks\":[{\"id\":\"own\"}]}";

    private final TestClock clock = new TestClock();
    private final HighLevel crm = crm(Gather.AUTO);

    @Inject
    Vertx vertx;

    @AfterAll
    static void stop() {
        UPSTREAM.close();
    }

    @BeforeEach
    void forget() {
        UPSTREAM.reset();
    }

    @Test
    void requests_in_one_tick_are_one_search() throws Exception {
        UPSTREAM.answers(201, rows("t1:c1", "t2:c3", "t3:c1"));

        List<List<Task>> tasks = together(crm, "c1", "c2", "c3");

        assertThat(tasks.get(0)).extracting(Task::id).containsExactly("t1", "t3");
        assertThat(tasks.get(1)).isEmpty();
        assertThat(tasks.get(2)).extracting(Task::id).containsExactly("t2");
        assertThat(UPSTREAM.received()).hasSize(1);
        assertThat(UPSTREAM.last().uri()).isEqualTo(SEARCH);
        assertThat(UPSTREAM.last().body()).isEqualTo("{\"contactId\":[\"c1\",\"c2\",\"c3\"],\"limit\":500,\"skip\":0}");
    }

    @Test
    void full_page_is_followed_by_the_next() throws Exception {
        UPSTREAM.answersByBody(body -> body.contains("\"skip\":0") ? fullPage() : rows("last:c2"));

        List<List<Task>> tasks = together(crm, "c1", "c2");

        assertThat(tasks.get(0)).hasSize(500);
        assertThat(tasks.get(1)).extracting(Task::id).containsExactly("last");
        assertThat(UPSTREAM.received()).hasSize(2);
    }

    @Test
    void repeated_page_is_rejected() throws Exception {
        UPSTREAM.answersByBody(body -> body.isEmpty() ? ONE_EACH : fullPage());

        assertThat(together(crm, "c1", "c2")).allSatisfy(TaskBatchLoaderTest::isItsOwn);
    }

    @Test
    void single_contact_is_read_without_search() throws Exception {
        UPSTREAM.answers(200, ONE_EACH);

        isItsOwn(together(crm, "c1").get(0));
        assertThat(UPSTREAM.last().uri()).isEqualTo("/contacts/c1/tasks");
    }

    @Test
    void gather_on_searches_for_one_contact_and_off_never_searches() throws Exception {
        UPSTREAM.answersByBody(body -> body.isEmpty() ? ONE_EACH : rows("t1:c1"));

        assertThat(together(crm(Gather.ON), "c1").get(0)).extracting(Task::id).containsExactly("t1");
        assertThat(together(crm(Gather.OFF), "c1", "c2")).allSatisfy(TaskBatchLoaderTest::isItsOwn);
    }

    @Test
    void search_with_tasks_of_other_contacts_is_rejected_and_avoided_for_a_while() throws Exception {
        UPSTREAM.answersByBody(body -> body.isEmpty() ? ONE_EACH : rows("t1:c1", "t2:stranger"));

        assertThat(together(crm, "c1", "c2")).allSatisfy(TaskBatchLoaderTest::isItsOwn);
        together(crm, "c1", "c2");
        assertThat(searches()).isEqualTo(1);

        clock.advance(Duration.ofMinutes(11));
        together(crm, "c1", "c2");
        assertThat(searches()).isEqualTo(2);
    }

    @Test
    void task_created_between_two_pages_is_tolerated() throws Exception {
        UPSTREAM.answersByBody(body -> body.contains("\"skip\":0") ? fullPage() : rows("t499:c1", "last:c2"));

        List<List<Task>> tasks = together(crm, "c1", "c2");
        together(crm, "c1", "c2");

        assertThat(tasks.get(0)).hasSize(500);
        assertThat(tasks.get(1)).extracting(Task::id).containsExactly("last");
        assertThat(searches()).as("still trusted").isEqualTo(4);
    }

    @Test
    void search_covers_a_hundred_contacts_at_most() throws Exception {
        UPSTREAM.answersByBody(body -> body.contains("\"c100\"") ? rows("t:c100") : rows());
        String[] many =
                IntStream.rangeClosed(0, 100).mapToObj(number -> "c" + number).toArray(String[]::new);

        List<List<Task>> tasks = together(crm, many);

        assertThat(tasks.get(100)).hasSize(1);
        assertThat(searches()).isEqualTo(2);
    }

    @Test
    void timed_out_search_is_not_repeated_contact_by_contact() throws Exception {
        UPSTREAM.neverAnswers();
        HighLevel hasty = TestCrm.at(UPSTREAM.url())
                .clock(clock)
                .timeout(Duration.ofMillis(200))
                .highLevel();

        assertThatThrownBy(() -> together(hasty, "c1", "c2")).hasCauseInstanceOf(UpstreamException.Unavailable.class);

        assertThat(UPSTREAM.received()).hasSize(1);
    }

    @Test
    void batch_uses_the_longest_deadline_of_its_callers() throws Exception {
        HighLevel spent =
                TestCrm.at(UPSTREAM.url()).budget(1, Duration.ofMillis(200)).highLevel();
        UPSTREAM.answers(200, rows("t1:c1", "t2:c2"));
        spent.tasks(LOCATION, "c0").await().atMost(Patience.LIMIT);
        ReadContext hasty = new ReadContext("caller", Duration.ofMillis(1), Duration.ofSeconds(10), Clock.systemUTC());
        CompletableFuture<List<Task>> answer = new CompletableFuture<>();

        vertx.getOrCreateContext().runOnContext(go -> {
            hasty.start(spent.tasks(LOCATION, "c1"));
            spent.newReadContext("caller").start(spent.tasks(LOCATION, "c2")).whenComplete((tasks, failure) -> {
                if (failure == null) {
                    answer.complete(tasks);
                } else {
                    answer.completeExceptionally(failure);
                }
            });
        });

        assertThat(answer.get(Patience.SECONDS, TimeUnit.SECONDS))
                .extracting(Task::id)
                .containsExactly("t2");
    }

    @Test
    void each_location_is_searched_separately() throws Exception {
        UPSTREAM.answersByBody(body -> body.contains("\"c3\"") ? rows("t3:c3") : rows("t1:c1"));
        CompletableFuture<List<List<Task>>> answers = new CompletableFuture<>();

        vertx.getOrCreateContext().runOnContext(go -> Uni.join()
                .all(
                        crm.tasks(LOCATION, "c1"),
                        crm.tasks(LOCATION, "c2"),
                        crm.tasks("anotherlocation00001", "c3"),
                        crm.tasks("anotherlocation00001", "c4"))
                .andFailFast()
                .subscribe()
                .with(answers::complete, answers::completeExceptionally));

        List<List<Task>> tasks = answers.get(Patience.SECONDS, TimeUnit.SECONDS);
        assertThat(tasks.get(0)).extracting(Task::id).containsExactly("t1");
        assertThat(tasks.get(2)).extracting(Task::id).containsExactly("t3");
        assertThat(UPSTREAM.received())
                .extracting(FaultyUpstream.Received::uri)
                .containsExactlyInAnyOrder(SEARCH, SEARCH.replace(LOCATION, "anotherlocation00001"));
    }

    @ParameterizedTest
    @CsvSource({"401, 1", "403, 1", "422, 1", "500, 2"})
    void failed_search_falls_back_to_single_reads(int status, int searchesInTwoTicks) throws Exception {
        UPSTREAM.answersSearchWith(status, ONE_EACH);

        assertThat(together(crm, "c1", "c2")).allSatisfy(TaskBatchLoaderTest::isItsOwn);
        together(crm, "c1", "c2");

        assertThat(searches()).isEqualTo(searchesInTwoTicks);
    }

    @Test
    void recently_written_contact_is_read_without_search() throws Exception {
        UPSTREAM.answers(200, Operation.CREATE_TASK.healthyAnswer());
        Operation.CREATE_TASK.on(crm).await().atMost(Patience.LIMIT);
        UPSTREAM.answersByBody(body -> body.isEmpty() ? ONE_EACH : rows());

        List<List<Task>> tasks = together(crm, "c1", "c2", "c3");
        isItsOwn(tasks.get(0));
        assertThat(tasks.get(1)).isEmpty();

        clock.advance(Duration.ofSeconds(61));
        assertThat(together(crm, "c1", "c2").get(0)).isEmpty();
    }

    @Test
    void cost_of_a_list_includes_recently_written_contacts() {
        HighLevel fewCalls = TestCrm.at(UPSTREAM.url())
                .clock(clock)
                .budget(10, Duration.ofSeconds(10))
                .highLevel();
        UPSTREAM.answers(200, Operation.CREATE_TASK.healthyAnswer());
        TaskDraft task = new TaskDraft("Call", null, clock.instant(), false, null);
        for (String contact : List.of("c1", "c2", "c3", "c4", "c5")) {
            fewCalls.createTask(LOCATION, contact, task).await().atMost(Patience.LIMIT);
        }

        assertThatThrownBy(() -> checkListOfFive(fewCalls))
                .as("5 calls are left for one list and five contacts")
                .isInstanceOf(UpstreamException.RateLimited.class);

        clock.advance(Duration.ofSeconds(61));
        checkListOfFive(fewCalls);
    }

    private static void checkListOfFive(HighLevel crm) {
        QueryCost cost = crm.cost(crm.newReadContext("caller"));
        cost.contacts(LOCATION, new ContactListRequest(5, null, null, null), Set.of(NestedList.TASKS));
        cost.check();
    }

    private HighLevel crm(Gather gather) {
        return TestCrm.at(UPSTREAM.url()).clock(clock).gather(gather).highLevel();
    }

    /** Requests the tasks of all contacts in one tick of an event loop. */
    private List<List<Task>> together(HighLevel from, String... contactIds) throws Exception {
        CompletableFuture<List<List<Task>>> answers = new CompletableFuture<>();
        List<Uni<List<Task>>> reads =
                Stream.of(contactIds).map(id -> from.tasks(LOCATION, id)).toList();
        vertx.getOrCreateContext().runOnContext(go -> Uni.join()
                .all(reads)
                .andFailFast()
                .subscribe()
                .with(answers::complete, answers::completeExceptionally));
        return answers.get(Patience.SECONDS, TimeUnit.SECONDS);
    }

    private static void isItsOwn(List<Task> tasks) {
        assertThat(tasks).extracting(Task::id).containsExactly("own");
    }

    private static long searches() {
        return UPSTREAM.received().stream()
                .filter(request -> request.uri().equals(SEARCH))
                .count();
    }

    /** @param tasks task:contact */
    private static String rows(String... tasks) {
        return Stream.of(tasks)
                .map(task -> task.split(":"))
                .map(ids -> "{\"_id\":\"" + ids[0] + "\",\"contactId\":\"" + ids[1] + "\",\"title\":\"x\"}")
                .collect(Collectors.joining(",", "{\"tasks\":[", "]}"));
    }

    private static String fullPage() {
        return rows(
                IntStream.range(0, 500).mapToObj(number -> "t" + number + ":c1").toArray(String[]::new));
    }
}
