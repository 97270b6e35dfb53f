package ghl.gateway.submission;

import static org.assertj.core.api.Assertions.assertThat;

import ghl.gateway.fixture.Ask;
import ghl.gateway.fixture.Crm;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Submissions of one person run one at a time and in order. */
@QuarkusTest
class OrderingKeyTest {

    private static final String PHONE = "+12125550101";

    private Crm crm;

    @BeforeEach
    void ownLocation() {
        crm = Crm.fresh();
    }

    @Test
    void later_submission_of_the_same_person_waits_for_the_earlier_one() {
        crm.fault(Map.of("operation", "create-note", "dropAnswer", true));
        Ask.submit(crm, form(Map.of("email", "ada@example.com", "phone", PHONE), "first", "PT0S"));

        JsonPath waiting = Ask.submit(crm, form(Map.of("phone", "(212) 555-0101"), "second", "PT0.2S"));
        JsonPath done = Ask.submit(crm, form(Map.of("email", "ADA@example.com", "phone", PHONE), "third", "PT10S"));

        assertThat(waiting.getString("submission.waitingFor")).isEqualTo("LANE");
        assertThat(done.getString("submission.status")).isEqualTo("DONE");
        assertThat(done.getList("submission.warnings")).isEmpty();
        assertThat(notes(done.getString("submission.contactId"))).containsExactly("first", "second", "third");
    }

    @Test
    void submission_of_another_person_does_not_wait() {
        crm.fault(Map.of("operation", "create-note", "dropAnswer", true));
        Ask.submit(crm, form(Map.of("email", "ada@example.com"), "first", "PT0S"));

        JsonPath other = Ask.submit(crm, form(Map.of("email", "grace@example.com"), "x", "PT10S"));

        assertThat(other.getString("submission.status")).isEqualTo("DONE");
        assertThat(notes(other.getString("submission.contactId"))).containsExactly("x");
    }

    private static Map<String, Object> form(Map<String, Object> contact, String note, String wait) {
        return Map.of("contact", contact, "notes", Map.of("body", note), "wait", wait);
    }

    private List<String> notes(String contactId) {
        List<Map<String, String>> notes =
                crm.get("/contacts/" + contactId + "/notes").getList("notes");
        return notes.stream()
                .sorted(Comparator.comparing(note -> note.get("dateAdded")))
                .map(note -> note.get("body").lines().findFirst().orElseThrow())
                .toList();
    }
}
