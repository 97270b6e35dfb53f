package ghl.gateway.intake;

import static org.assertj.core.api.Assertions.assertThat;

import ghl.gateway.fixture.Crm;
import ghl.gateway.fixture.Operator;
import ghl.gateway.form.definition.SenderType;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** From a form builder's request to records in the CRM. */
@QuarkusTest
@TestProfile(IntakeProfile.class)
class StoriesTest {

    private final Crm crm = Crm.main();

    @Test
    void first_submission_creates_contact_and_second_updates_it() {
        String body = Post.sample("typeform.json")
                .replace("q7wn2v5c8xkq7wn9p0d4t1ab", "first-response")
                .replace("zoe@example.com", "zoe.story@example.com");
        String later = body.replace("Zoë", "Zoë Maria").replace("first-response", "second-response");

        JsonPath created = delivered(Post.accepted(Post.signed("quote", SenderType.TYPEFORM, body, Instant.now())));
        JsonPath refreshed = delivered(Post.accepted(Post.signed("quote", SenderType.TYPEFORM, later, Instant.now())));

        assertThat(created.getString("contactOutcome")).isEqualTo("CREATED");
        assertThat(refreshed.getString("contactOutcome")).isEqualTo("UPDATED");
        assertThat(refreshed.getString("contactId")).isEqualTo(created.getString("contactId"));
        JsonPath contact = crm.get("/contacts/" + created.getString("contactId"));
        assertThat(contact.getString("contact.email")).isEqualTo("zoe.story@example.com");
        assertThat(contact.getString("contact.firstName")).isEqualToIgnoringCase("Zoë Maria");
        assertThat(notes(created)).as("answers unknown to the form are kept").contains("Worktop, Island, A bench");
    }

    @Test
    void submission_creates_task_with_due_date_and_note() {
        String body = Post.sample("tally.json");

        JsonPath receipt = delivered(Post.accepted(Post.signed("service", SenderType.TALLY, body, Instant.now())));

        String contactId = receipt.getString("contactId");
        JsonPath tasks = crm.get("/contacts/" + contactId + "/tasks");
        assertThat(tasks.getList("tasks.title")).containsExactly("Repair for Otis Bell: The boiler");
        assertThat(tasks.getString("tasks[0].contactId")).isEqualTo(contactId);
        assertThat(Instant.parse(tasks.getString("tasks[0].dueDate"))).isAfter(Instant.now());
        assertThat(notes(receipt)).contains("Otis Bell reports: The boiler").contains("boiler.jpg");
    }

    @Test
    void submission_adds_tags_from_answers() {
        String body = Post.sample("webflow.json").replace("imani@", "imani.story@");

        JsonPath receipt = delivered(Post.accepted(Post.signed("newsletter", SenderType.WEBFLOW, body, Instant.now())));

        assertThat(crm.get("/contacts/" + receipt.getString("contactId")).getList("contact.tags"))
                .containsExactlyInAnyOrder("newsletter", "kitchens");
    }

    @Test
    void invalid_email_does_not_lose_the_lead() {
        String body = Post.sample("tally.json")
                .replace("otis@example.com", "otis at example")
                .replace("\"INPUT_PHONE_NUMBER\",\"value\":null", "\"INPUT_PHONE_NUMBER\",\"value\":\"call me\"")
                .replace("2wgx4n", "3xhy5o");

        JsonPath taken = Post.accepted(Post.signed("quote", SenderType.TALLY, body, Instant.now()));

        JsonPath receipt = Operator.awaitStatus(taken.getString("id"), "DONE");
        assertThat(receipt.getList("warnings.code")).isNotEmpty();
        assertThat(notes(receipt)).contains("otis at example");
    }

    private static JsonPath delivered(JsonPath taken) {
        assertThat(taken.getString("status")).isEqualTo("QUEUED");
        return Operator.awaitStatus(taken.getString("id"), "DONE");
    }

    private String notes(JsonPath receipt) {
        return String.join(
                "\n",
                crm.get("/contacts/" + receipt.getString("contactId") + "/notes")
                        .<String>getList("notes.body"));
    }
}
