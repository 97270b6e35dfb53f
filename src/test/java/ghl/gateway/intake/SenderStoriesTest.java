package ghl.gateway.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import ghl.gateway.fixture.Crm;
import ghl.gateway.fixture.Operator;
import ghl.gateway.form.Forms;
import ghl.gateway.form.definition.Questions;
import ghl.gateway.form.definition.SenderType;
import ghl.gateway.intake.body.RequestBody;
import ghl.gateway.intake.sender.Senders;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a new user does with each sender: capture a body, define the form, receive the same body again. */
@QuarkusTest
@TestProfile(IntakeProfile.class)
class SenderStoriesTest {

    private final Crm crm = Crm.main();

    @Inject
    Forms forms;

    @ConfigProperty(name = "gateway.forms")
    Path folder;

    private Path defined;

    /** Enough for the calls of all stories within a few seconds. */
    @BeforeEach
    void raiseBurstLimit() {
        crm.settings(Map.of("burst", 10_000));
    }

    /** Other tests share the folder. */
    @AfterEach
    void deleteDefinition() throws IOException {
        if (defined != null) {
            Files.deleteIfExists(defined);
            forms.reload();
        }
    }

    static List<SenderFixture> bodies() {
        return SenderFixture.ALL;
    }

    static List<SenderFixture> bodiesWithExample() {
        return bodies().stream().filter(fixture -> fixture.example() != null).toList();
    }

    static List<SenderFixture> bodiesWithEventId() {
        return bodies().stream().filter(fixture -> fixture.eventId() != null).toList();
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void drafted_definition_delivers_the_captured_body(SenderFixture fixture) throws IOException {
        String form = "captured-" + fixture.file().replace('.', '-');
        String path = path(Operator.post("/forms/" + form + "/capture", Map.of(), 200));

        assertThat(accepted(post(fixture, path, Map.of())).getString("status")).isEqualTo("CAPTURED");
        String draft = given().get("/ops/forms/" + form + "/capture/definition").asString();
        define(form, draft);
        given().delete("/ops/forms/" + form + "/capture").then().statusCode(200);

        assertDelivered(fixture, post(fixture, path, Map.of()), draft);
    }

    @ParameterizedTest
    @MethodSource("bodiesWithExample")
    void example_definition_delivers_the_body(SenderFixture fixture) throws IOException {
        String form = fixture.example();
        define(form, Files.readString(Path.of("examples/senders", form + ".yaml")));

        Response response = post(fixture, proven(fixture), signature(fixture));

        JsonPath contact = assertDelivered(fixture, response, form);
        assertThat(contact.getString("contact.firstName") + " " + contact.getString("contact.lastName"))
                .isEqualToIgnoringCase(fixture.name());
        assertThat(contact.getList("contact.tags")).isNotEmpty();
        assertThat(accepted(post(fixture, proven(fixture), signature(fixture))).getString("id"))
                .as("a repeat")
                .isEqualTo(accepted(response).getString("id"));
    }

    @ParameterizedTest
    @MethodSource("bodiesWithEventId")
    void event_id_is_found(SenderFixture fixture) {
        RequestBody body = new RequestBody(
                fixture.body().getBytes(StandardCharsets.UTF_8), fixture.contentType(), fixture.headers());

        assertThat(Senders.read(fixture.sender(), body, Questions.NONE).eventId())
                .isEqualTo(fixture.eventId());
    }

    private JsonPath assertDelivered(SenderFixture fixture, Response response, String definition) {
        JsonPath receipt = Operator.awaitStatus(accepted(response).getString("id"), "DONE");
        JsonPath contact = crm.get("/contacts/" + receipt.getString("contactId"));
        assertThat(contact.getString("contact.email")).as(definition).isEqualTo(fixture.email());
        assertThat(contact.getString("contact.phone")).as(definition).isEqualTo(fixture.phone());
        return contact;
    }

    /** Senders that prove themselves are answered with exactly 200: some count any other status as a failure. */
    private static JsonPath accepted(Response response) {
        return response.then().statusCode(200).extract().jsonPath();
    }

    private void define(String form, String definition) throws IOException {
        defined = folder.resolve(form + ".yaml");
        Files.writeString(defined, definition);
        forms.reload();
        assertThat(forms.find(form)).as(definition).isPresent();
    }

    /** The form's own address for senders that prove themselves by the request, a link for the others. */
    private static String proven(SenderFixture fixture) {
        String form = fixture.example();
        if (provesItself(fixture.sender())) {
            return form;
        }
        String type = fixture.sender().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return path(Operator.post("/forms/" + form + "/links", Map.of("sender", type), 200));
    }

    private static Map<String, String> signature(SenderFixture fixture) {
        boolean signs =
                provesItself(fixture.sender()) && fixture.sender() != SenderType.GOOGLE_ADS; // its body has a key
        return signs ? Signatures.of(fixture.sender(), IntakeProfile.SECRET, fixture.body(), Instant.now()) : Map.of();
    }

    private static boolean provesItself(SenderType sender) {
        return Senders.signature(sender).isPresent();
    }

    private static String path(JsonPath link) {
        return link.getString("path").replaceFirst("/forms/", "");
    }

    private static Response post(SenderFixture fixture, String path, Map<String, String> signature) {
        Map<String, String> headers = new HashMap<>(fixture.headers());
        headers.putAll(signature);
        return Post.request(fixture.body(), fixture.contentType())
                .headers(headers)
                .post("/forms/" + path);
    }
}
