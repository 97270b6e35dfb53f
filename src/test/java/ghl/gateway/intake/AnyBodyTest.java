package ghl.gateway.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import ghl.gateway.fixture.Crm;
import ghl.gateway.fixture.Operator;
import ghl.gateway.intake.body.RequestBody;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Any body of any encoding ends as answers or as a kept raw body when its sender is proven, and may be refused with a reason
 * when it is not. It never becomes an empty lead.
 */
@QuarkusTest
@TestProfile(SenderCasesProfile.class)
class AnyBodyTest {

    private static final int BODIES = 150;
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static final List<String> TYPES = List.of(
            "application/json",
            "application/x-www-form-urlencoded",
            "text/plain",
            "multipart/form-data; boundary=B",
            "multipart/form-data",
            "application/octet-stream",
            "text/html; charset=utf-16",
            "nonsense");

    /** Pieces of which bodies are made: names that the form asks for and others, and what holds bodies together. */
    private static final List<String> PIECES = List.of(
            "first_name",
            "email",
            "ada@example.com",
            "Ada",
            "{\"",
            "\":\"",
            "\",\"",
            "\"}",
            "{",
            "}",
            "[",
            "]",
            "=",
            "&",
            "%",
            "%4",
            "a[b][]",
            "--B\r\nContent-Disposition: form-data; name=\"email\"\r\n\r\n",
            "\r\n--B--\r\n",
            "form_response",
            "rawRequest",
            "\\u00e9",
            "é",
            "\u0000",
            " ",
            "\n",
            "<xml/>",
            "null",
            "1e9");

    /** The test looks at each lead in the CRM. */
    @BeforeEach
    void allowManyCalls() {
        Crm.main().settings(Map.of("burst", 10_000));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void body_of_a_proven_sender_is_read_or_kept(long seed) throws Exception {
        Random random = new Random(seed);
        String link = Operator.post("/forms/any-body/links", Map.of("sender", "link"), 200)
                .getString("path");
        for (int number = 0; number < BODIES; number++) {
            byte[] body = body(random);
            String type = TYPES.get(random.nextInt(TYPES.size()));

            HttpResponse<String> response = post(link, type, body);

            String text = new String(body, StandardCharsets.UTF_8);
            assertThat(response.statusCode()).as("%s: %s", type, text).isEqualTo(200);
            JsonPath receipt = JsonPath.from(response.body());
            if (receipt.getString("id") == null) {
                assertThat(receipt.getString("status")).isEqualTo("IGNORED");
                assertThat(values(new RequestBody(body, type, Map.of()).tree()))
                        .as("%s is ignored: %s", type, text)
                        .isBlank();
            } else if (receipt.getString("status").equals("PARKED")) {
                assertThat(kept(receipt.getString("id"))).isEqualTo(body);
            } else {
                assertIsNotEmpty(receipt.getString("id"), type + ": " + text);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5})
    void body_of_a_page_is_read_or_refused_with_a_reason(long seed) throws Exception {
        Random random = new Random(seed);
        for (int number = 0; number < BODIES; number++) {
            byte[] body = body(random);
            String type = TYPES.get(random.nextInt(TYPES.size()));

            HttpResponse<String> response = post("/forms/any-page", type, body);

            String text = new String(body, StandardCharsets.UTF_8);
            assertThat(response.statusCode()).as("%s: %s", type, text).isIn(202, 400, 415, 422);
            JsonPath answer = JsonPath.from(response.body());
            if (response.statusCode() == 202) {
                assertIsNotEmpty(answer.getString("id"), type + ": " + text);
            } else {
                assertThat(answer.getString("detail")).isNotBlank();
            }
        }
    }

    private static void assertIsNotEmpty(String id, String sent) {
        String contactId = Operator.awaitStatus(id, "DONE").getString("contactId");
        assertThat(contactId).as(sent).isNotNull();
        JsonPath contact = Crm.main().get("/contacts/" + contactId);
        List<String> notes = Crm.main().get("/contacts/" + contactId + "/notes").getList("notes.body");
        assertThat(contact.getString("contact.email") != null
                        || contact.getString("contact.firstName") != null
                        || notes.stream().anyMatch(note -> note.matches("(?s).*(first_name|email).*")))
                .as(sent)
                .isTrue();
    }

    private static String values(JsonNode tree) {
        return tree.isContainerNode()
                ? StreamSupport.stream(tree.spliterator(), false)
                        .map(AnyBodyTest::values)
                        .collect(Collectors.joining())
                : tree.isNull() ? "" : tree.asText();
    }

    private static byte[] kept(String id) {
        JsonPath kept = Operator.get("/submissions/" + id + "/body");
        String text = kept.getString("text");
        return text == null
                ? Base64.getDecoder().decode(kept.getString("base64"))
                : text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] body(Random random) throws Exception {
        StringBuilder text = new StringBuilder();
        for (int piece = random.nextInt(14); piece > 0; piece--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        byte[] body = text.toString()
                .getBytes(
                        random.nextInt(4) == 0
                                ? StandardCharsets.UTF_16
                                : random.nextBoolean() ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
        switch (random.nextInt(6)) {
            case 0 -> {
                return valid(random);
            }
            case 1 -> {
                byte[] valid = valid(random);
                return Arrays.copyOf(valid, random.nextInt(valid.length));
            }
            default -> {
                return body;
            }
        }
    }

    private static byte[] valid(Random random) {
        String[] bodies = {
            "{\"first_name\":\"Ada\",\"email\":\"ada@example.com\"}",
            "first_name=Ada&email=ada%40example.com",
            "--B\r\nContent-Disposition: form-data; name=\"email\"\r\n\r\nada@example.com\r\n--B--\r\n",
            "[{\"label\":\"email\",\"value\":\"ada@example.com\"},{\"label\":\"other\"}]"
        };
        return bodies[random.nextInt(bodies.length)].getBytes(StandardCharsets.UTF_8);
    }

    private static HttpResponse<String> post(String path, String type, byte[] body) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
