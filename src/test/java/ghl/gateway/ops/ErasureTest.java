package ghl.gateway.ops;

import static org.assertj.core.api.Assertions.assertThat;

import ghl.gateway.fixture.Ask;
import ghl.gateway.fixture.Crm;
import ghl.gateway.fixture.Operator;
import ghl.gateway.storage.Database;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Erasure of a person removes all of their data from the journal. */
@QuarkusTest
class ErasureTest {

    /** Bytes that suffice to tell sealed values apart. */
    private static final int BEGINNING = 32;

    @ConfigProperty(name = "gateway.data")
    Path data;

    @Inject
    Database database;

    private Crm crm;

    @BeforeEach
    void ownLocation() {
        crm = Crm.fresh();
    }

    @Test
    void erased_person_leaves_no_data_in_the_files() throws IOException {
        String done = submit(Map.of("firstName", "Canaryfirst", "email", "canary@example.com"));
        Operator.awaitStatus(done, "DONE");
        String parked = parked("canary@example.com", "canary@example.com may not");
        String waiting = waiting(Map.of("email", "Canary@Example.com", "phone", "+12125550177"));
        List<String> sealed = sealed(done, parked, waiting);
        assertThat(sealed).hasSizeGreaterThan(3);
        assertThat(files()).contains(sealed).doesNotContainIgnoringCase("canary");

        JsonPath answer = erase(Map.of("email", "CANARY@example.com"), 200);

        assertThat(answer.getInt("erased")).isEqualTo(3);
        assertThat(files()).doesNotContain(sealed).doesNotContain("12125550177");
        assertThat(Operator.look(done).getString("status")).isEqualTo("DONE");
        assertThat(Operator.look(parked).getString("status")).isEqualTo("DISCARDED");
        assertThat(Operator.look(parked).getString("steps[2].error.message")).isEqualTo("The details were removed");
        assertThat(Operator.look(waiting).getString("status")).isEqualTo("DISCARDED");
        for (String id : List.of(done, parked, waiting)) {
            assertThat(Operator.look(id).getString("erasedAt")).isNotNull();
            assertThat(Operator.audit(id).getList("audit.action")).containsExactly("erase");
        }
        assertThat(Operator.refusal("/submissions/" + parked + "/retry", Map.of(), 409))
                .startsWith("Its content was erased");
    }

    @Test
    void repeated_erasure_finds_nothing() {
        Operator.awaitStatus(submit(Map.of("email", "ada@example.com")), "DONE");

        assertThat(erase(Map.of("email", "ada@example.com"), 200).getInt("erased"))
                .isEqualTo(1);
        assertThat(erase(Map.of("email", "ada@example.com"), 200).getInt("erased"))
                .isZero();
    }

    @Test
    void phone_number_in_another_format_is_found() {
        String id = submit(Map.of("firstName", "Ada", "phone", "+12125550101"));
        Operator.awaitStatus(id, "DONE");

        assertThat(erase(Map.of("phone", "(212) 555-0101"), 200).getInt("erased"))
                .isEqualTo(1);
    }

    @Test
    void erasure_by_contact_id_includes_submissions_matched_by_the_crm_and_by_id() {
        String byEmail = submit(Map.of("email", "ada@example.com"));
        String contactId = Operator.awaitStatus(byEmail, "DONE").getString("contactId");
        String byId = Ask.submit(crm, Map.of("match", Map.of("id", contactId), "notes", List.of(Map.of("body", "x"))))
                .getString("submission.id");
        Operator.awaitStatus(byId, "DONE");

        assertThat(erase(Map.of("contactId", contactId), 200).getInt("erased")).isEqualTo(2);
        assertThat(erase(Map.of("contactId", contactId), 200).getInt("erased")).isZero();
        assertThat(Operator.look(byEmail).getString("erasedAt")).isNotNull();
    }

    @Test
    void submissions_of_others_are_kept_and_delivered() {
        String first = waiting(Map.of("email", "ada@example.com", "phone", "+12125550101"));
        String other = submit(Map.of("phone", "+12125550101"));
        Operator.awaitWaiting(other, "LANE");
        Crm elsewhere = Crm.fresh();
        String sameElsewhere = Ask.submit(elsewhere, Map.of("contact", Map.of("email", "ada@example.com")))
                .getString("submission.id");

        assertThat(erase(Map.of("email", "ada@example.com"), 200).getInt("erased"))
                .isEqualTo(1);

        assertThat(Operator.look(first).getString("status")).isEqualTo("DISCARDED");
        assertThat(Operator.awaitStatus(other, "DONE").getString("erasedAt")).isNull();
        assertThat(Operator.look(sameElsewhere).getString("erasedAt")).isNull();
    }

    @Test
    void running_delivery_of_an_erased_submission_is_fenced_off() {
        crm.fault(Map.of("operation", "create-task", "delayMs", 1500, "times", 1));
        String id = submit(Map.of("email", "ada@example.com"), "PT0S");
        Operator.awaitStatus(id, "RUNNING");

        assertThat(erase(Map.of("email", "ada@example.com"), 200).getInt("erased"))
                .isEqualTo(1);
        String next = submit(Map.of("email", "ada@example.com"));
        Operator.awaitStatus(next, "DONE");

        JsonPath erased = Operator.look(id);
        assertThat(erased.getString("status")).isEqualTo("DISCARDED");
        assertThat(erased.getString("erasedAt")).isNotNull();
        assertThat(erased.getList("steps.status")).doesNotContain("RUNNING");
    }

    @Test
    void person_must_be_given_by_exactly_one_property() {
        assertThat(refused(Map.of())).isEqualTo("Give exactly one of email, phone and contactId");
        assertThat(refused(Map.of("email", "ada@example.com", "phone", "+12125550101")))
                .isEqualTo("Give exactly one of email, phone and contactId");
        assertThat(refused(Map.of("email", "ada"))).isEqualTo("email is not an e-mail address");
        assertThat(refused(Map.of("phone", "12"))).startsWith("phone is not a phone number");
    }

    /** Beginning of each sealed value that contains personal data. */
    private List<String> sealed(String... ids) {
        return Stream.of(ids)
                .flatMap(id -> database
                        .read(transaction -> transaction.list(
                                "SELECT plan AS kept FROM submission WHERE id = ? AND plan IS NOT NULL"
                                        + " UNION ALL SELECT outcome FROM step WHERE submission_id = ? AND outcome IS NOT NULL",
                                row -> new String(row.bytes("kept"), 0, BEGINNING, StandardCharsets.ISO_8859_1),
                                id,
                                id))
                        .stream())
                .toList();
    }

    private String refused(Map<String, Object> person) {
        return erase(person, 400).getString("detail");
    }

    private JsonPath erase(Map<String, Object> person, int status) {
        Map<String, Object> body = new HashMap<>(person);
        body.put("locationId", crm.locationId());
        return Operator.post("/persons/erase", body, status);
    }

    private String waiting(Map<String, Object> contact) {
        crm.fault(Map.of("operation", "upsert-contact", "status", 401, "times", 1));
        String id = submit(contact);
        Operator.awaitWaiting(id, "CREDENTIALS");
        return id;
    }

    private String parked(String email, String refusal) {
        crm.fault(Map.of(
                "operation", "create-task", "status", 422, "times", 1, "body", Map.of("message", List.of(refusal))));
        String id = submit(Map.of("email", email));
        Operator.awaitStatus(id, "PARKED");
        return id;
    }

    private String submit(Map<String, Object> contact) {
        return submit(contact, "PT3S");
    }

    private String submit(Map<String, Object> contact, String wait) {
        return Ask.submit(
                        crm,
                        Map.of(
                                "contact",
                                contact,
                                "tags",
                                List.of("lead"),
                                "tasks",
                                List.of(Map.of("title", "Call " + contact.get("email"))),
                                "wait",
                                wait))
                .getString("submission.id");
    }

    /** Contents of all database files as one text. */
    private String files() throws IOException {
        StringBuilder contents = new StringBuilder();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(data, "gateway.db*")) {
            for (Path file : files) {
                contents.append(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return contents.toString();
    }
}
