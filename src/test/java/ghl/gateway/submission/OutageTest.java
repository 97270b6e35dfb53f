package ghl.gateway.submission;

import static ghl.gateway.fixture.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import ghl.gateway.fixture.Ask;
import ghl.gateway.fixture.Crm;
import ghl.gateway.fixture.MovableClock;
import ghl.gateway.fixture.MovedClock;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A CRM that is down for a day, with a movable clock. */
@QuarkusTest
@TestProfile(MovedClock.class)
class OutageTest {

    private static final int PEOPLE = 4;
    private static final int FORMS_EACH = 3;

    @Inject
    MovableClock clock;

    private Crm crm;

    @BeforeEach
    void ownLocation() {
        crm = Crm.fresh();
    }

    @Test
    void submissions_during_a_day_of_outage_are_delivered_in_order() {
        Ask.submit(crm, form(0, "before the outage", "PT10S"));
        crm.settings(Map.of("outage", "refuse-503"));
        List<String> accepted = new ArrayList<>();
        for (int form = 0; form < FORMS_EACH; form++) {
            for (int person = 1; person <= PEOPLE; person++) {
                accepted.add(
                        Ask.submit(crm, form(person, "form " + form, "PT0S")).getString("submission.id"));
            }
            clock.advance(Duration.ofHours(8));
        }
        assertThat(crm.get("/contacts/?locationId={location}").getList("contacts"))
                .as("nothing arrives while it is down")
                .isNull();
        await().atMost(Duration.ofSeconds(90)).until(() -> accepted.stream().allMatch(this::hasTriedInVain));

        crm.settings(Collections.singletonMap("outage", null));
        clock.advance(Duration.ofMinutes(15));

        while (!accepted.stream().allMatch(OutageTest::isDone)) {
            await().until(() -> accepted.stream().allMatch(this::rests));
            clock.advance(Duration.ofMinutes(1));
        }

        for (int person = 1; person <= PEOPLE; person++) {
            assertThat(notesOf(person)).containsExactly("form 0", "form 1", "form 2");
        }
    }

    @Test
    void submission_undeliverable_for_three_days_is_parked() {
        Ask.submit(crm, form(0, "before the outage", "PT10S"));
        crm.settings(Map.of("outage", "refuse-503"));
        String id = Ask.submit(crm, form(1, "late", "PT0S")).getString("submission.id");
        await().until(() -> attempts(id) > 0);

        clock.advance(Duration.ofHours(73));
        await().until(() -> status(id).equals("PARKED"));

        assertThat(submission(id).getString("reason")).isEqualTo("UNAVAILABLE");
        crm.settings(Collections.singletonMap("outage", null));
    }

    private static Map<String, Object> form(int person, String note, String wait) {
        return Map.of(
                "contact", Map.of("email", "person" + person + "@example.com", "phone", "(212) 555-01" + (10 + person)),
                "notes", Map.of("body", note),
                "wait", wait);
    }

    private static boolean isDone(String id) {
        return status(id).equals("DONE");
    }

    /** No worker runs it: moving the clock would end its lease. */
    private boolean rests(String id) {
        return isDone(id) || waits(id);
    }

    /** A submission that waits for its turn has seen the earlier ones fail. */
    private boolean hasTriedInVain(String id) {
        return waits(id) && "RETRY".equals(submission(id).getString("waitingFor"));
    }

    private boolean waits(String id) {
        JsonPath submission = submission(id);
        return submission.getString("status").equals("WAITING")
                && Instant.parse(submission.getString("nextAttemptAt")).isAfter(clock.instant());
    }

    private static String status(String id) {
        return submission(id).getString("status");
    }

    private static int attempts(String id) {
        return submission(id).getInt("steps[0].attempts");
    }

    private static JsonPath submission(String id) {
        return Ask.query(
                        "query($id: ID!) { submission(id: $id) { status reason waitingFor nextAttemptAt steps { attempts } } }",
                        Map.of("id", id))
                .setRootPath("data.submission");
    }

    private List<String> notesOf(int person) {
        String contact = crm.get(
                        "/contacts/search/duplicate?locationId={location}&email=person" + person + "@example.com")
                .getString("contact.id");
        List<Map<String, String>> notes =
                crm.get("/contacts/" + contact + "/notes").getList("notes");
        return notes.stream()
                .sorted(Comparator.comparing(note -> note.get("dateAdded")))
                .map(note -> note.get("body").lines().findFirst().orElseThrow())
                .toList();
    }
}
