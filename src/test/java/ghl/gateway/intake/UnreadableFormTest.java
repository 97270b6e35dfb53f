package ghl.gateway.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import ghl.gateway.fixture.Ask;
import ghl.gateway.fixture.Crm;
import ghl.gateway.fixture.Operator;
import ghl.gateway.form.FormSubmissions;
import ghl.gateway.form.Forms;
import ghl.gateway.form.definition.Questions;
import ghl.gateway.form.definition.SenderType;
import ghl.gateway.intake.body.RequestBody;
import ghl.gateway.intake.sender.Senders;
import ghl.gateway.storage.Database;
import ghl.gateway.submission.journal.ReceivedBody;
import ghl.gateway.submission.journal.ReceivedBodyStore;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What proven senders post and the gateway cannot read is kept until an operator has it read again. */
@QuarkusTest
@TestProfile(IntakeProfile.class)
class UnreadableFormTest {

    private static final Map<String, Object> NOTHING = Map.of();

    @Inject
    Database database;

    @Inject
    ReceivedBodyStore bodies;

    @Inject
    Forms forms;

    @Inject
    FormSubmissions submissions;

    private String link;

    @AfterEach
    void discardAll() {
        ids("{ submissions(filter: {reason: UNREADABLE}, first: 100) { nodes { id } } }")
                .forEach(id -> Operator.post("/submissions/" + id + "/discard", NOTHING, 200));
    }

    @BeforeEach
    void ownLink() {
        link = link("quote");
    }

    @Test
    void malformed_body_is_kept_for_the_operator() {
        String body = malformed();

        Response answer = Post.json(link, body);

        assertThat(answer.statusCode()).isEqualTo(200);
        String id = answer.jsonPath().getString("id");
        assertThat(answer.asString()).isEqualTo("{\"id\":\"" + id + "\",\"status\":\"PARKED\"}");
        JsonPath receipt = Operator.look(id);
        assertThat(receipt.getString("reason")).isEqualTo("UNREADABLE");
        assertThat(receipt.getString("form")).isEqualTo("quote");
        assertThat(receipt.getString("contactId")).isNull();
        assertThat(receipt.getList("steps")).isEmpty();
        assertThat(receipt.getList("warnings.code")).containsExactly("UNREADABLE");
        JsonPath kept = Operator.get("/submissions/" + id + "/body");
        assertThat(kept.getString("text")).isEqualTo(body);
        assertThat(kept.getString("contentType")).isEqualTo(Post.JSON);
        assertThat(kept.getString("sender")).isEqualTo("link");
        assertThat(kept.getString("receivedAt")).isEqualTo(receipt.getString("createdAt"));
        assertThat(Operator.audit(id).getList("audit.action")).containsExactly("look");
    }

    @Test
    void signed_body_without_an_answer_of_the_form_is_kept() {
        String value = "red " + UUID.randomUUID();
        String body = "{\"data\":{\"colour\":\"" + value + "\",\"ada@example.com\":\"x\",\"+1 212 555 0147\":\"x\",\""
                + "shade ".repeat(20) + "\":\"x\"}}";

        JsonPath answer = Post.accepted(Post.signed("newsletter", SenderType.WEBFLOW, body, Instant.now()));

        assertThat(answer.getString("status")).isEqualTo("PARKED");
        assertThat(Operator.look(answer.getString("id")).getString("warnings[0].message"))
                .as("names what arrived, and no value")
                .isEqualTo("The body has no answer that the form's definition asks for: it has colour, "
                        + "shade ".repeat(20).substring(0, 49) + "…");
        assertThat(Operator.refusal("/submissions/" + answer.getString("id") + "/retry", NOTHING, 409))
                .endsWith("correct the form's definition and retry it, or discard it");
    }

    @Test
    void body_that_is_no_text_is_shown_as_base64() {
        String id = Post.accepted(Post.json(link, malformed())).getString("id");
        replace(id, new ReceivedBody("LINK", "", Map.of(), new byte[] {(byte) 0xff, 0}));

        JsonPath kept = Operator.get("/submissions/" + id + "/body");

        assertThat(kept.getString("text")).isNull();
        assertThat(Base64.getDecoder().decode(kept.getString("base64"))).containsExactly((byte) 0xff, 0);
    }

    @Test
    void credentials_of_the_request_are_not_kept() {
        String id = Post.accepted(Post.request(malformed(), Post.JSON)
                        .header("Authorization", "Basic c2VuZGVyOm93bg==")
                        .header("Cookie", "a=b")
                        .header("X-Api-Key", "secret")
                        .header("X-Site-Token", "secret")
                        .header("Idempotency-Key", "unreadable-credentials")
                        .header("X-Own", "kept")
                        .post("/forms/" + link))
                .getString("id");

        ReceivedBody kept =
                database.read(transaction -> bodies.find(transaction, id)).orElseThrow();

        assertThat(kept.headers())
                .containsEntry("x-own", "kept")
                .containsKey("idempotency-key")
                .doesNotContainKeys("authorization", "cookie", "x-api-key", "x-site-token");
    }

    @Test
    void same_body_is_one_submission() {
        String body = malformed();
        String first = Post.accepted(Post.json(link, body)).getString("id");

        assertThat(Post.accepted(Post.json(link, body)).getString("id")).isEqualTo(first);
        assertThat(Operator.look(first).getString("status")).isEqualTo("PARKED");
        assertThat(Post.accepted(Post.json(link, malformed())).getString("id")).isNotEqualTo(first);
    }

    @Test
    void lists_contain_it_between_others() {
        String readable = Post.accepted(Post.json(link, "{\"email\":\"listed@example.com\"}"))
                .getString("id");
        String unreadable = Post.accepted(Post.json(link, malformed())).getString("id");

        assertThat(ids("{ submissions(filter: {form: \"quote\"}) { nodes { id steps { kind } } } }"))
                .contains(readable, unreadable);
        assertThat(ids("{ submissions(filter: {reason: UNREADABLE}) { nodes { id } } }"))
                .contains(unreadable)
                .doesNotContain(readable);
    }

    @Test
    void retry_of_what_still_cannot_be_read_says_why() {
        String id = Post.accepted(Post.json(link, malformed())).getString("id");

        assertThat(Operator.refusal("/submissions/" + id + "/retry", NOTHING, 409))
                .startsWith("It still cannot be read: ")
                .endsWith("no definition can help: enter the lead by hand, then discard it, and correct the sender's"
                        + " template");
        assertThat(Operator.look(id).getString("reason")).isEqualTo("UNREADABLE");
        assertThat(Operator.refusal("/submissions/" + id + "/steps/1/resolve", Map.of("done", true), 409))
                .startsWith("Its body could not be read");
        assertThat(Operator.refusal("/submissions/" + id + "/approve", NOTHING, 409))
                .isEqualTo("It is parked: there is nothing to approve");
        assertThat(Operator.get("/submissions/" + id + "/calls").getList("calls"))
                .isEmpty();
    }

    @Test
    void retries_of_what_can_be_read_now_deliver_it_once() {
        String email = UUID.randomUUID() + "@example.com";
        String id = readableNow("{\"email\":\"" + email + "\",\"Last name\":\"Ito\"}");

        List<Integer> statuses = IntStream.range(0, 8)
                .parallel()
                .mapToObj(operator -> given().contentType(Post.JSON)
                        .body("{}")
                        .post("/ops/submissions/" + id + "/retry")
                        .statusCode())
                .toList();

        assertThat(statuses).contains(200).isSubsetOf(200, 409);
        JsonPath receipt = Operator.awaitStatus(id, "DONE");
        assertThat(receipt.getList("warnings")).isEmpty();
        assertThat(receipt.getList("steps.kind")).doesNotHaveDuplicates();
        assertThat(Crm.main().get("/contacts/" + receipt.getString("contactId")).getString("contact.email"))
                .isEqualTo(email);
        assertThat(given().get("/ops/submissions/" + id + "/body").statusCode())
                .as("is not needed any more")
                .isEqualTo(409);
        assertThat(Post.accepted(Post.json(link, "{\"email\":\"" + email + "\",\"Last name\":\"Ito\"}"))
                        .getString("id"))
                .as("the same form again")
                .isEqualTo(id);
    }

    @Test
    void bulk_retry_reads_again_and_leaves_out_what_still_cannot_be_read() {
        Instant since = Instant.now();
        String unreadable = Post.accepted(Post.json(link, malformed())).getString("id");
        String readable = readableNow("{\"email\":\"bulk@example.com\"}");

        JsonPath answer =
                Operator.post("/submissions/retry", Map.of("cause", "UNREADABLE", "since", since.toString()), 200);

        assertThat(answer.getInt("retried")).isEqualTo(1);
        Operator.awaitStatus(readable, "DONE");
        assertThat(Operator.audit(readable).getList("audit.detail")).containsExactly("all of UNREADABLE");
        assertThat(Operator.look(unreadable).getString("status")).isEqualTo("PARKED");
    }

    /** The sender repeats it after the form's definition was corrected. */
    @Test
    void repeated_event_that_can_be_read_now_delivers_the_first_submission() {
        String readable = Post.sample("typeform.json").replace("q7wn2v5c8xkq7wn9p0d4t1ab", "event-read-late");
        RequestBody body = new RequestBody(readable.getBytes(StandardCharsets.UTF_8), Post.JSON, Map.of());
        String event =
                ReceivedForms.eventKey(SenderType.TYPEFORM, Senders.read(SenderType.TYPEFORM, body, Questions.NONE));
        String id = submissions
                .park(
                        forms.find("quote").orElseThrow(),
                        KeptBodies.keep(SenderType.TYPEFORM, body),
                        event,
                        "The body has no answer that the form's definition asks for")
                .await()
                .indefinitely()
                .id();

        String again = Post.accepted(Post.signed("quote", SenderType.TYPEFORM, readable, Instant.now()))
                .getString("id");

        assertThat(again).isEqualTo(id);
        assertThat(Operator.awaitStatus(id, "DONE").getString("contactId")).isNotBlank();
    }

    @Test
    void other_body_of_the_same_event_is_kept_too() {
        List<String> bodies = Stream.of("1", "2", "2")
                .map(version -> "{\"event_type\":\"form_response\",\"form_response\":{\"token\":\"event-other-body\","
                        + "\"answers\":[{\"type\":\"text\",\"text\":\"x\",\"field\":{\"id\":\"f\",\"ref\":\"strange\"}}],\"version\":"
                        + version + "}}")
                .toList();

        List<String> ids = bodies.stream()
                .map(body -> Post.accepted(Post.signed("quote", SenderType.TYPEFORM, body, Instant.now()))
                        .getString("id"))
                .toList();

        assertThat(ids.get(1)).isNotEqualTo(ids.get(0)).isEqualTo(ids.get(2));
        assertThat(kept(ids.get(1)).orElseThrow().bytes())
                .isEqualTo(bodies.get(1).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void edited_event_is_delivered_as_a_new_submission_and_a_repeated_one_is_not() {
        String body = Post.sample("typeform.json").replace("q7wn2v5c8xkq7wn9p0d4t1ab", "event-edited");
        String edited = body.replaceFirst("@example.com", ".new@example.com");
        assertThat(edited).isNotEqualTo(body);

        assertIsNew(
                Post.signed("quote", SenderType.TYPEFORM, body, Instant.now()),
                Post.signed("quote", SenderType.TYPEFORM, body, Instant.now()),
                Post.signed("quote", SenderType.TYPEFORM, edited, Instant.now()));
    }

    @Test
    void senders_own_key_with_other_answers_is_a_new_submission() {
        String body = "{\"email\":\"own.key@example.com\"%s}";

        assertIsNew(
                withKey(body.formatted("")),
                withKey(body.formatted("")),
                withKey(body.formatted(",\"Phone\":\"+12125550147\"")));
    }

    /** Without a key too, within the time for which the same answers are one submission. */
    @Test
    void repeated_delivery_is_one_submission() {
        for (UnaryOperator<RequestSpecification> key : List.<UnaryOperator<RequestSpecification>>of(
                UnaryOperator.identity(), post -> post.header("Idempotency-Key", "crm-78"))) {
            List<String> ids = Stream.of(
                            "{\"email\":\"delivered.again@example.com\",\"Phone\":\"+12125550148\",\"attempt\":1,\"delivery_id\":\"d1\"}",
                            "{\"attempt\":2,\"delivery_id\":\"d2\",\"Phone\":\"+12125550148\",\"email\":\"delivered.again@example.com\"}")
                    .map(body -> key.apply(Post.request(body, Post.JSON)).post("/forms/" + link))
                    .map(answer -> Post.accepted(answer).getString("id"))
                    .toList();

            assertThat(ids).doesNotContainNull();
            assertThat(Set.copyOf(ids)).hasSize(1);
        }
    }

    private Response withKey(String body) {
        return Post.request(body, Post.JSON).header("Idempotency-Key", "crm-77").post("/forms/" + link);
    }

    private static void assertIsNew(Response first, Response repeated, Response edited) {
        String id = Post.accepted(first).getString("id");
        assertThat(Post.accepted(repeated).getString("id")).isEqualTo(id);
        JsonPath receipt = Post.accepted(edited);
        assertThat(receipt.getString("status")).isEqualTo("QUEUED");
        assertThat(receipt.getString("id")).isNotEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"Full name\":null,\"Email address\":\"\"}",
                "{\"topics\":[],\"Email\":[\"\"]}",
                "{\"event\":\"ping\"}",
                "{\"type\":\"webhook.test\",\"id\":null}",
                "{\"test\":true}",
                "null",
                "\"\"",
                "{\"submission\":{\"submissionId\":\"s\",\"questions\":[{\"id\":\"q\",\"name\":\"Email\",\"value\":null}]}}",
                "{\"event_type\":\"form_response\",\"form_response\":{\"token\":\"t\",\"answers\":[]}}"
            })
    void test_without_an_answer_makes_nothing(String body) {
        Response answer = Post.json(link, body);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.jsonPath().getString("status")).isEqualTo("IGNORED");
        assertThat(answer.jsonPath().getString("id")).isNull();
    }

    @Test
    void list_of_forms_says_so() {
        String lead = "{\"Email\":\"" + UUID.randomUUID() + "@example.com\"}";

        String id =
                Post.accepted(Post.json(link, "[" + lead + "," + lead + "]")).getString("id");

        assertThat(Operator.look(id).getString("warnings[0].message"))
                .isEqualTo("The body is a list of 2 forms: send each in a request of its own");
    }

    @Test
    void form_that_was_accepted_meanwhile_is_not_delivered_twice() {
        String body = "{\"email\":\"" + UUID.randomUUID() + "@example.com\"}";
        String late = readableNow(body);
        String accepted = Post.accepted(Post.json(link, body)).getString("id");

        assertThat(accepted).isNotEqualTo(late);
        assertThat(Operator.refusal("/submissions/" + late + "/retry", NOTHING, 409))
                .isEqualTo("The same form was accepted as submission " + accepted + " meanwhile: discard this one");
        Operator.post("/submissions/" + late + "/discard", NOTHING, 200);
        assertThat(Operator.look(late).getString("status")).isEqualTo("DISCARDED");
    }

    @Test
    void bodies_beyond_the_forms_bound_are_refused_until_there_is_room() {
        String crowded = link("crowded");
        List<String> kept = new ArrayList<>();
        Response last = Post.json(crowded, malformed() + "x".repeat(3_000));
        while (last.statusCode() == 200 && kept.size() < 30) {
            kept.add(last.jsonPath().getString("id"));
            last = Post.json(crowded, malformed() + "x".repeat(3_000));
        }

        assertThat(kept).as("64 kB, of bodies in base64").hasSizeBetween(6, 12);
        assertThat(last.statusCode()).isEqualTo(503);
        assertThat(last.header("Retry-After")).isEqualTo("600");
        assertThat(given().get("/ops/forms").jsonPath().getString("forms.find { it.form == 'crowded' }.warnings"))
                .contains("unreadable");
        assertThat(Post.accepted(Post.json(crowded, "{\"email\":\"fits@example.com\"}"))
                        .getString("status"))
                .isEqualTo("QUEUED");

        Operator.post("/submissions/" + kept.get(0) + "/discard", NOTHING, 200);

        assertThat(Post.json(crowded, malformed() + "x".repeat(3_000)).statusCode())
                .isEqualTo(200);
        kept.stream().skip(1).forEach(id -> Operator.post("/submissions/" + id + "/discard", NOTHING, 200));
    }

    @Test
    void erasure_of_a_person_waits_until_bodies_of_the_location_are_read() {
        String id = Post.accepted(Post.json(link, malformed())).getString("id");

        erase(Crm.fresh().locationId(), 200);
        assertThat(erase(Crm.main().locationId(), 409).getString("detail"))
                .contains("parked as UNREADABLE")
                .contains("retry or discard them first");

        assertThat(Operator.look(id).getString("status")).isEqualTo("PARKED");
        discardAll();
        erase(Crm.main().locationId(), 200);
        assertThat(Operator.look(id).getString("erasedAt")).isNotNull();
        assertThat(kept(id)).isEmpty();
        assertThat(Operator.refusal("/submissions/" + id + "/retry", NOTHING, 409))
                .startsWith("Its content was erased");
    }

    private static String link(String form) {
        return Operator.post("/forms/" + form + "/links", Map.of("sender", "link"), 200)
                .getString("path")
                .replaceFirst("/forms/", "");
    }

    private static JsonPath erase(String locationId, int status) {
        return Operator.post("/persons/erase", Map.of("email", "nobody@example.com", "locationId", locationId), status);
    }

    /** A submission that was parked, with a body that is readable: as after a correction of the definition. */
    private String readableNow(String body) {
        String id = Post.accepted(Post.json(link, malformed())).getString("id");
        replace(id, new ReceivedBody("LINK", Post.JSON, Map.of(), body.getBytes(StandardCharsets.UTF_8)));
        return id;
    }

    private Optional<ReceivedBody> kept(String id) {
        return database.read(transaction -> bodies.find(transaction, id));
    }

    private void replace(String id, ReceivedBody body) {
        database.write(transaction -> {
            transaction.update("DELETE FROM received_body WHERE submission_id = ?", id);
            bodies.insert(transaction, id, body);
            return null;
        });
    }

    private static List<String> ids(String query) {
        JsonPath answer = Ask.query(query, Map.of());
        assertThat(answer.getList("errors")).isNull();
        return answer.getList("data.submissions.nodes.id");
    }

    private static String malformed() {
        return "{\"email\": \"" + UUID.randomUUID() + "@example.com";
    }
}
