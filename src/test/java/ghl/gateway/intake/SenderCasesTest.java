package ghl.gateway.intake;

import static org.assertj.core.api.Assertions.assertThat;

import ghl.gateway.fixture.Crm;
import ghl.gateway.fixture.Operator;
import ghl.gateway.form.answer.AnswerNames;
import ghl.gateway.form.definition.Questions;
import ghl.gateway.intake.body.RequestBody;
import ghl.gateway.intake.sender.ReceivedAnswers;
import ghl.gateway.intake.sender.Senders;
import ghl.gateway.intake.sender.Signature.Verdict;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What form builders really send arrives in the CRM, complete and in the right place. */
@QuarkusTest
@TestProfile(SenderCasesProfile.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SenderCasesTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static final int MOST_NEEDLESS_LINES = 30;

    /** Answers of people that a case does not list: lines of these names belong into the note. */
    private static final Pattern ANSWERS =
            Pattern.compile("^(custom_\\d+|1\\.6|5\\.2|acceptance-1|deposit\\.name|note|Topics|"
                    + "(names\\.|Name\\.)?(last_name|Last)|(full_)?name|[Pp]hone|Address\\.\\w+|full_address|data\\.merges\\.FNAME|"
                    + "I agree|gdpr|Photo|tags|form|consentWidget\\.policies|rooms\\.\\d\\.\\w+): ");

    private static final Pattern CONTEXT = Pattern.compile("^((Page|Campaign|Came from): |ref [A-Z0-9]+$)");

    private final Map<String, List<String>> needless = new HashMap<>();

    static List<SenderCase> cases() {
        return SenderCase.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void lead_is_refused_ignored_or_delivered_as_it_should_be(SenderCase sent) throws Exception {
        HttpResponse<String> response = post(sent);

        assertThat(response.statusCode()).as(() -> response.body()).matches(sent::allows);
        String id = response.statusCode() < 300 ? id(response) : null;
        if (!sent.isLead(response.statusCode())) {
            assertThat(id).as("no lead").isNull();
            return;
        }
        JsonPath receipt = Operator.awaitStatus(id, "DONE");
        List<String> notes = Crm.main()
                .get("/contacts/" + receipt.getString("contactId") + "/notes")
                .getList("notes.body");
        String note = notes.stream()
                .filter(text -> text.contains("<<" + sent.form()))
                .findFirst()
                .orElseThrow();
        int number = 0;
        for (SenderCase.Answer answer : sent.must()) {
            String text = squeezed(note.split("m" + number++ + "=\\[", 2)[1].split("\\](\n|>>)", 2)[0]);
            assertThat(text).as(answer.names().toString()).contains(squeezed(answer.values()));
        }
        List<String> others = othersIn(note);
        sent.unwanted().forEach(name -> assertThat(others)
                .as("lines of the note")
                .noneMatch(line -> AnswerNames.normalize(line).startsWith(AnswerNames.normalize(name) + ": ")));
        needless.put(
                sent.name(),
                others.stream().filter(line -> !ANSWERS.matcher(line).find()).toList());
        assertThat(id(post(sent))).as("a repeat is told").isEqualTo(id);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void event_id_is_found(SenderCase sent) {
        if (sent.expected().path("eventId").isTextual()) {
            ReceivedAnswers received = Senders.read(sent.sender(), sent.request(), Questions.NONE);

            assertThat(received.eventId())
                    .isEqualTo(sent.expected().path("eventId").asText());
        }
    }

    /** The others are refused as unsigned, or by their method. */
    @ParameterizedTest
    @MethodSource("cases")
    void signature_is_valid_for_its_body_only(SenderCase sent) {
        if (sent.isSigned() && sent.expected().path("accept").asText().equals("true")) {
            assertThat(check(sent, sent.body())).isEqualTo(Verdict.VALID);
            byte[] other = Arrays.copyOf(sent.body(), sent.body().length + 1);
            assertThat(check(sent, other)).isEqualTo(Verdict.WRONG);
        }
    }

    private static Verdict check(SenderCase sent, byte[] body) {
        return Senders.signature(sent.sender())
                .orElseThrow()
                .check(
                        new RequestBody(body, sent.headers().get("content-type"), sent.headers()),
                        SenderCase.INDEX.path("secret").asText(),
                        SenderCasesProfile.NOW);
    }

    @AfterAll
    void notes_hold_little_else() {
        assertThat(needless.values().stream().flatMap(List::stream).toList())
                .as("lines that are neither answers nor context: %s", needless)
                .hasSizeLessThanOrEqualTo(MOST_NEEDLESS_LINES);
    }

    private static String id(HttpResponse<String> response) {
        return JsonPath.from(response.body()).getString("id");
    }

    private static HttpResponse<String> post(SenderCase sent) throws IOException, InterruptedException {
        String path = sent.isByLink()
                ? sent.path().replace("/forms/{FORM}/{LINK}", link(sent.form()))
                : sent.path().replace("{FORM}", sent.form());
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                .method(
                        sent.method(),
                        sent.method().equals("POST")
                                ? HttpRequest.BodyPublishers.ofByteArray(sent.body())
                                : HttpRequest.BodyPublishers.noBody());
        sent.headers().forEach(request::setHeader);
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String link(String form) {
        return Operator.post("/forms/" + form + "/links", Map.of("sender", "link"), 200)
                .getString("path");
    }

    /** Lines of the note beside the definition's own text and the context. */
    private static List<String> othersIn(String note) {
        return note.replaceAll("(?s)<<.*?>>", "")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !CONTEXT.matcher(line).find())
                .toList();
    }

    /** White space may be stripped or changed. */
    private static String squeezed(String text) {
        return text.replaceAll("[\\s\\p{Z}]+", " ").strip();
    }

    private static List<String> squeezed(List<String> texts) {
        return texts.stream().map(SenderCasesTest::squeezed).toList();
    }
}
