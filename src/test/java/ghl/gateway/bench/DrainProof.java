package ghl.gateway.bench;

import static ghl.gateway.fixture.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import ghl.gateway.fixture.Ask;
import ghl.gateway.fixture.Crm;
import ghl.gateway.fixture.Patience;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Throughput and order of many submissions while the CRM enforces its rate limit. {@code mvn test -Pproofs -Dtest=DrainProof
 * -Ddrain.submissions=1000} runs the full size, which takes seven minutes.
 */
@Tag("proof")
@QuarkusTest
@TestProfile(DrainProof.AsDelivered.class)
class DrainProof {

    /** The default settings. */
    public static final class AsDelivered implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "submission.poll", "1s",
                    "submission.find-again", "60s",
                    "submission.quiet", "60s",
                    "submission.settle", "10m",
                    "submission.retry.first", "1s",
                    "submission.retry.longest", "15m");
        }
    }

    private static final int SUBMISSIONS = Integer.getInteger("drain.submissions", 51);
    private static final int OF_EACH_PERSON = 3;
    private static final int CALLS_OF_EACH = 4;
    private static final int BURST = 100;
    private static final Duration WINDOW = Duration.ofSeconds(10);
    private static final double SHARE_OF_WINDOW = 0.85;

    @Test
    void a_flood_of_submissions_uses_the_window_and_keeps_the_order_of_each_person() throws InterruptedException {
        warmUp();
        Crm crm = Crm.with(Map.of("burst", BURST));
        String known = crm.contact(Map.of("email", "known@example.com"));
        ReadsBeside readsBeside = new ReadsBeside(crm, known);
        readsBeside.start();
        long begun = System.nanoTime();

        List<String> submissions = submitAll(crm);
        await().pollInterval(Duration.ofMillis(100))
                .atMost(ideal(SUBMISSIONS * CALLS_OF_EACH).plus(WINDOW).multipliedBy(2))
                .until(() -> crm.calls("create-note") == SUBMISSIONS);
        Duration taken = Duration.ofNanos(System.nanoTime() - begun);
        readsBeside.end();

        double share = (double) ideal(crm.writes() + crm.reads()).toMillis() / taken.toMillis();
        System.out.printf(
                "%d submissions, %d calls, beside %d calls of reads %s: %.1f s, %.0f %% of the window%n",
                SUBMISSIONS, crm.writes(), crm.reads(), readsBeside.told, taken.toMillis() / 1000.0, share * 100);
        assertThat(crm.refusals()).as("calls refused by 429").isZero();
        assertThat(crm.writes()).as("each once").isEqualTo(SUBMISSIONS * CALLS_OF_EACH);
        assertThat(share).isGreaterThan(SHARE_OF_WINDOW);
        assertThat(readsBeside.told).as("from memory, which a few calls renew").containsOnlyKeys("answered");
        crm.settings(Map.of("burst", 1_000_000));
        submissions.forEach(
                submission -> await().pollDelay(Duration.ZERO).atMost(WINDOW).until(() -> isDone(submission)));
        assertInOrder(crm, submissions);
    }

    private static void warmUp() {
        Map<String, Object> form = form(0);
        form.put("wait", "PT10S");
        assertThat(Ask.submit(Crm.fresh(), form).getString("submission.status")).isEqualTo("DONE");
    }

    /** @return their ids; those of a person one after another in time */
    private static List<String> submitAll(Crm crm) {
        List<String> ids = new ArrayList<>();
        for (int number = 0; number < SUBMISSIONS; number++) {
            JsonPath payload = Ask.submit(crm, form(number));
            ids.add(payload.getString("submission.id"));
        }
        return ids;
    }

    private static Map<String, Object> form(int number) {
        Map<String, Object> form = new HashMap<>();
        form.put("contact", Map.of("email", "person" + person(number) + "@example.com"));
        form.put("tasks", Map.of("title", "Call back", "dueDate", "2027-01-31T09:00:00Z"));
        form.put("notes", Map.of("body", body(number)));
        form.put("tags", "web lead");
        form.put("wait", "PT0S");
        return form;
    }

    private static int person(int number) {
        return number % (SUBMISSIONS / OF_EACH_PERSON);
    }

    private static String body(int number) {
        return "submission " + number + ".";
    }

    /** How soon so many calls can be through at the CRM's own limit: the first burst costs no time, the others a window. */
    private static Duration ideal(int calls) {
        return WINDOW.multipliedBy((calls - 1) / BURST);
    }

    private static boolean isDone(String submission) {
        return Ask.query("query($id: ID!) { submission(id: $id) { status } }", Map.of("id", submission))
                .getString("data.submission.status")
                .equals("DONE");
    }

    private static void assertInOrder(Crm crm, List<String> submissions) {
        for (int person = 0; person < SUBMISSIONS / OF_EACH_PERSON; person++) {
            String contactId = Ask.query(
                            "query($id: ID!) { submission(id: $id) { contactId } }",
                            Map.of("id", submissions.get(person)))
                    .getString("data.submission.contactId");
            List<String> newestFirst =
                    crm.get("/contacts/" + contactId + "/notes").getList("notes.body");
            List<String> sent = bodiesOf(person);
            Collections.reverse(newestFirst);
            assertThat(newestFirst)
                    .zipSatisfy(sent, (note, body) -> assertThat(note).startsWith(body));
        }
    }

    private static List<String> bodiesOf(int person) {
        return IntStream.range(0, SUBMISSIONS)
                .filter(number -> person(number) == person)
                .mapToObj(DrainProof::body)
                .toList();
    }

    /** A reader that queries one contact during the drain. */
    private static final class ReadsBeside {

        private static final Duration PAUSE = Duration.ofMillis(250);

        private final Map<String, Integer> told = new ConcurrentSkipListMap<>();
        private final ScheduledExecutorService reader = Executors.newSingleThreadScheduledExecutor();
        private final Crm crm;
        private final String contactId;

        ReadsBeside(Crm crm, String contactId) {
            this.crm = crm;
            this.contactId = contactId;
        }

        void start() {
            reader.scheduleWithFixedDelay(this::ask, 0, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        }

        private void ask() {
            JsonPath answer = Ask.query(
                    "query($id: ID!, $l: ID) { contact(id: $id, locationId: $l) { email tasks { id } notes { id } } }",
                    Map.of("id", contactId, "l", crm.locationId()));
            String code = answer.getString("errors[0].extensions.code");
            told.merge(code == null ? "answered" : code, 1, Integer::sum);
        }

        void end() throws InterruptedException {
            reader.shutdown();
            assertThat(reader.awaitTermination(Patience.SECONDS, TimeUnit.SECONDS))
                    .isTrue();
        }
    }
}
