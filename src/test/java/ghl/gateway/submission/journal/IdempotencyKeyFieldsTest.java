package ghl.gateway.submission.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ghl.gateway.submission.input.AnswerInput;
import ghl.gateway.submission.input.SubmitFormInput;
import ghl.gateway.submission.input.SubmitFormInputBuilder;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which fields make two inputs with the same key different. */
class IdempotencyKeyFieldsTest {

    /** What identifies a repeat, and what only matters to one request: how long it waits, and whether anything is stored. */
    private static final Set<String> NOT_CONTENT = Set.of("/idempotencyKey", "/wait", "/dryRun");

    private static final String EVERY_FIELD = """
            {"form": "f", "answers": [{"field": "a", "value": "v", "values": ["w"]}], "locationId": "l",
             "match": {"id": "i", "email": "e", "phone": "p"}, "contactPolicy": "CREATE_ONLY",
             "contact": {"firstName": "a", "lastName": "b", "name": "c", "email": "d", "phone": "e", "companyName": "f",
               "address1": "g", "city": "h", "state": "i", "postalCode": "j", "country": "k", "website": "l",
               "timezone": "m", "gender": "n", "source": "o", "assignedTo": "p", "dateOfBirth": "q", "dnd": false,
               "dndSettings": [{"channel": "SMS", "active": false}],
               "customFields": [{"key": "k", "id": "i", "value": "v", "values": ["w"]}]},
             "tasks": [{"title": "t", "body": "b", "dueDate": "d", "dueIn": "P2D", "assignedTo": "u", "completed": false}],
             "notes": [{"body": "b", "title": "t", "color": "c", "pinned": false, "userId": "u"}], "tags": ["t"],
             "updateTasks": [{"id": "i", "title": "t", "body": "b", "dueDate": "d", "completed": false, "assignedTo": "u"}],
             "updateNotes": [{"id": "i", "body": "b", "title": "t", "color": "c", "pinned": false, "userId": "u"}],
             "remove": {"tags": ["t"], "taskIds": ["i"], "noteIds": ["n"]}, "deleteContactId": "c",
             "context": {"pageUrl": "u", "pageTitle": "t", "referrer": "r", "utmSource": "s", "utmMedium": "m",
               "utmCampaign": "c"},
             "consent": {"text": "t", "channels": ["EMAIL"]}, "idempotencyKey": "k", "wait": "PT1S", "dryRun": true}""";

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Digests DIGESTS = new Digests(new byte[Digests.KEY_BYTES]);

    @Test
    void sample_has_every_field_of_the_input() {
        assertHasEveryField(SubmitFormInput.class, tree());
    }

    @ParameterizedTest
    @MethodSource("fields")
    void field_is_part_of_the_fingerprint_unless_it_is_not_content(String pointer) {
        JsonNode changed = tree();
        remove(changed, pointer);

        assertThat(fingerprint(changed).equals(fingerprint(tree()))).isEqualTo(NOT_CONTENT.contains(pointer));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/contact", "/updateTasks/0", "/updateNotes/0"})
    void cleared_field_differs_from_omitted_one(String pointer) {
        tree().at(pointer).fieldNames().forEachRemaining(name -> {
            JsonNode omitted = tree();
            ((ObjectNode) omitted.at(pointer)).remove(name);
            JsonNode cleared = tree();
            ((ObjectNode) cleared.at(pointer)).putNull(name);

            boolean isOptional = !Set.of("id", "dndSettings", "customFields").contains(name);

            assertThat(fingerprint(cleared).equals(fingerprint(omitted)))
                    .as(name)
                    .isEqualTo(!isOptional);
        });
    }

    /** A change here would answer repeats of submissions that are already stored with KEY_REUSED. */
    @Test
    void fingerprints_are_those_of_stored_submissions() {
        JsonNode withoutConsent = tree();
        remove(withoutConsent, "/consent");

        assertThat(List.of(
                        fingerprint(withoutConsent),
                        fingerprint(tree()),
                        IdempotencyKey.ofAnswers(DIGESTS, input(tree()), null).inputDigest()))
                .containsExactly(
                        "c0368845a5bd617c340af53227f086e7644c15c5fdfa50f394567d9b83ae106d",
                        "b59c9bed4f14212ab2dcc6a08d4cc9f8ee2c57949c6e7a1b618f1b1b8e92c35b",
                        "cce735217945f299296ab4875adcacd347f36c648425d5ed7b399880d05850b9");
    }

    @Test
    void order_and_the_delivery_do_not_matter_without_a_key() {
        AnswerInput email = new AnswerInput("email", "ada@example.com", null);
        AnswerInput file =
                new AnswerInput("cv", null, List.of("https://files.example.com/a?id=1&signature=x&expires=1"));
        AnswerInput signedAgain =
                new AnswerInput("cv", null, List.of("https://files.example.com/a?id=1&signature=y&expires=2"));

        String first = withoutKey(email, file, new AnswerInput("meta.sent_at", "10:00", null));

        assertThat(withoutKey(new AnswerInput("meta.sent_at", "10:01", null), signedAgain, email))
                .isEqualTo(first);
        assertThat(withoutKey(email, new AnswerInput("cv", null, List.of("https://files.example.com/a?id=2"))))
                .isNotEqualTo(first);
        assertThat(withoutKey(email, file, new AnswerInput("Timestamp", "10:00", null)))
                .isNotEqualTo(first);
    }

    private static String withoutKey(AnswerInput... answers) {
        return IdempotencyKey.ofAnswers(
                        DIGESTS,
                        SubmitFormInputBuilder.builder()
                                .form("quote")
                                .answers(List.of(answers))
                                .build(),
                        null)
                .digest();
    }

    static List<String> fields() {
        List<String> pointers = new ArrayList<>();
        collect(tree(), "", pointers);
        return pointers;
    }

    private static void collect(JsonNode node, String pointer, List<String> pointers) {
        Stream<String> children = node.isArray()
                ? IntStream.range(0, node.size()).mapToObj(String::valueOf)
                : node.properties().stream().map(field -> field.getKey());
        children.map(child -> pointer + "/" + child).forEach(child -> {
            pointers.add(child);
            collect(tree().at(child), child, pointers);
        });
    }

    private static void remove(JsonNode tree, String pointer) {
        int slash = pointer.lastIndexOf('/');
        JsonNode parent = tree.at(pointer.substring(0, slash));
        String child = pointer.substring(slash + 1);
        if (parent instanceof ArrayNode list) {
            list.remove(Integer.parseInt(child));
        } else {
            ((ObjectNode) parent).remove(child);
        }
    }

    private static void assertHasEveryField(Class<?> type, JsonNode node) {
        RecordComponent[] components = type.getRecordComponents();
        assertThat(Arrays.stream(components).map(IdempotencyKeyFieldsTest::name))
                .as(type.getSimpleName())
                .containsExactlyInAnyOrderElementsOf(node::fieldNames);
        for (RecordComponent component : components) {
            JsonNode value = node.get(name(component));
            boolean isList = component.getType() == List.class;
            Type content = isList
                    ? ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0]
                    : component.getType();
            if (content instanceof Class<?> nested && nested.isRecord()) {
                assertHasEveryField(nested, isList ? value.get(0) : value);
            }
        }
    }

    private static String name(RecordComponent component) {
        JsonProperty renamed = component.getAccessor().getAnnotation(JsonProperty.class);
        return renamed == null ? component.getName() : renamed.value();
    }

    private static String fingerprint(JsonNode tree) {
        return IdempotencyKey.of(DIGESTS, "caller", input(tree)).inputDigest();
    }

    private static SubmitFormInput input(JsonNode tree) {
        return JournalJson.read(tree.toString().getBytes(UTF_8), SubmitFormInput.class);
    }

    private static JsonNode tree() {
        try {
            return MAPPER.readTree(EVERY_FIELD);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
