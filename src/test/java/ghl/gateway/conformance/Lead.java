package ghl.gateway.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;

/** An everyday form: an existing contact gets a city, a task, a note and two tags. */
final class Lead {

    private static final String EMAIL = "nora.lead@example.com";
    private static final String TASK = "Call Nora about the worktops";
    private static final String NOTE = "Asked for a sample of oak.";
    private static final String EARLIER_TAG = "newsletter";
    private static final List<String> TAGS = List.of("web lead", "worktops");
    private static final List<String> ALL_TAGS = List.of(EARLIER_TAG, "web lead", "worktops");

    private static final String SUBMIT = """
            mutation ($input: SubmitFormInput!) {
              submitForm(input: $input) {
                userErrors { code message path }
                submission { status contactOutcome contactId steps { kind status error { code message } } }
              }
            }
            """;

    private static final String READ = """
            query ($id: ID!) {
              contact(id: $id) { email city tags tasks { title } notes { body } }
            }
            """;

    private final String contactId;

    private Lead(String contactId) {
        this.contactId = contactId;
    }

    /** Creates the contact directly in the sandbox, with its own tag. */
    static Lead knownTo(GatewayCaller crm) {
        crm.stopSearchLag();
        return new Lead(crm.createContact(EMAIL, List.of(EARLIER_TAG)));
    }

    void submitTo(GatewayCaller gateway) {
        Map<String, Object> form = Map.of(
                "contact", Map.of("email", EMAIL, "city", "Astoria"),
                "tasks", Map.of("title", TASK),
                "notes", Map.of("body", NOTE),
                "tags", TAGS);

        JsonPath answer = gateway.ask(SUBMIT, Map.of("input", form));

        assertThat(answer.getString("submitForm.submission.status"))
                .as(answer.prettify())
                .isEqualTo("DONE");
        assertThat(answer.getString("submitForm.submission.contactOutcome")).isEqualTo("UPDATED");
        assertThat(answer.getString("submitForm.submission.contactId")).isEqualTo(contactId);
    }

    /** Checks the result with the sandbox's REST endpoints. */
    void isWhollyIn(GatewayCaller crm) {
        JsonPath found = crm.read("/contacts/?locationId=" + CrmAddress.LOCATION + "&query=" + EMAIL);
        JsonPath contact = crm.read("/contacts/" + contactId);
        JsonPath tasks = crm.read("/contacts/" + contactId + "/tasks");
        JsonPath notes = crm.read("/contacts/" + contactId + "/notes");

        assertThat(found.getList("contacts.id")).containsExactly(contactId);
        assertThat(contact.getString("contact.city")).isEqualTo("Astoria");
        assertThat(contact.getList("contact.tags")).isEqualTo(ALL_TAGS);
        assertThat(tasks.getList("tasks.title")).containsExactly(TASK);
        assertThat(notes.getList("notes.body", String.class))
                .singleElement(STRING)
                .startsWith(NOTE + "\nref ");
        System.out.println("CRM: contact " + found.getList("contacts.id") + ", tags " + contact.getList("contact.tags")
                + ", tasks " + tasks.getList("tasks.title") + ", notes " + notes.getList("notes.body"));
    }

    /** Checks the result with GraphQL. */
    void isWhollyGivenBy(GatewayCaller gateway) {
        JsonPath contact = gateway.ask(READ, Map.of("id", contactId)).setRootPath("data.contact");

        assertThat(contact.getString("email")).isEqualTo(EMAIL);
        assertThat(contact.getString("city")).isEqualTo("Astoria");
        assertThat(contact.getList("tags")).isEqualTo(ALL_TAGS);
        assertThat(contact.getList("tasks.title")).containsExactly(TASK);
        assertThat(contact.getList("notes.body", String.class))
                .singleElement(STRING)
                .startsWith(NOTE + "\nref ");
    }
}
