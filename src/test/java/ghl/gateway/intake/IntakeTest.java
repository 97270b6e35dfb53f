package ghl.gateway.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import ghl.gateway.fixture.Ask;
import ghl.gateway.fixture.LoggedLines;
import ghl.gateway.fixture.Operator;
import ghl.gateway.fixture.Patience;
import ghl.gateway.form.definition.SenderType;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Authentication of senders, and the answers they get. */
@QuarkusTest
@TestProfile(IntakeProfile.class)
class IntakeTest {

    private static final int MEBIBYTE = 1024 * 1024;
    private static final String MULTIPART = "multipart/form-data; boundary=X";

    @RegisterExtension
    final LoggedLines addresses = new LoggedLines(UnknownAddresses.class);

    @ParameterizedTest
    @CsvSource({
        "TYPEFORM, typeform.json",
        "TALLY, tally.json",
        "WEBFLOW, webflow.json",
        "STANDARD_WEBHOOKS, standard-webhooks.json"
    })
    void repeat_returns_first_receipt(SenderType sender, String sample) {
        String body = Post.sample(sample);

        String first =
                Post.accepted(Post.signed("quote", sender, body, Instant.now())).getString("id");
        Operator.awaitStatus(first, "DONE");
        JsonPath again =
                Post.accepted(Post.signed("quote", sender, body, Instant.now().plusSeconds(1)));

        assertThat(again.getString("id")).isEqualTo(first);
        assertThat(again.getString("status")).isEqualTo("DONE");
    }

    @ParameterizedTest
    @EnumSource(names = {"TYPEFORM", "TALLY", "WEBFLOW", "CALENDLY", "STANDARD_WEBHOOKS"})
    void wrong_signature_is_rejected(SenderType sender) {
        String signed = "{\"data\":{\"email\":\"a@example.com\"}}";
        Response response = Post.request(signed + " ", Post.JSON)
                .headers(Signatures.of(sender, IntakeProfile.SECRET, signed, Instant.now()))
                .post("/forms/quote");

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.jsonPath().getString("code")).isEqualTo("UNAUTHENTICATED");
    }

    @ParameterizedTest
    @EnumSource(names = {"WEBFLOW", "CALENDLY", "STANDARD_WEBHOOKS"})
    void old_signature_is_rejected(SenderType sender) {
        Instant old = Instant.now().minus(Duration.ofMinutes(6));

        Response response = Post.signed("quote", sender, Post.sample("webflow.json"), old);

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.jsonPath().getString("detail")).contains("too old");
    }

    /** Its secret is in the body, so that a page of the same form cannot be used without it. */
    @ParameterizedTest
    @ValueSource(strings = {"ads", "ads-page"})
    void google_lead_is_accepted_with_its_key_only(String form) {
        Response answer = Post.json(form, lead(form, IntakeProfile.SECRET));
        String first = Post.accepted(answer).getString("id");
        String again =
                Post.accepted(Post.json(form, lead(form, IntakeProfile.SECRET))).getString("id");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(again).isEqualTo(first);
        assertThat(Operator.awaitStatus(first, "DONE").getString("contactId")).isNotBlank();
        for (String key : List.of("wrong", "")) {
            Response refused = Post.json(form, lead(form, key));
            assertThat(refused.statusCode()).isEqualTo(401);
            assertThat(refused.jsonPath().getString("code")).isEqualTo("UNAUTHENTICATED");
        }
    }

    /** A link created for capture stays valid when the form names Google Ads. */
    @ParameterizedTest
    @CsvSource({"ads, links", "ads-page, capture"})
    void google_key_is_checked_behind_a_link_too(String form, String action) {
        String path = Operator.post("/forms/" + form + "/" + action, Map.of("sender", "link"), 200)
                .getString("path")
                .replaceFirst("/forms/", "");
        String id = "linked-" + form;

        assertThat(Post.json(path, lead(id, "wrong")).statusCode()).isEqualTo(401);
        assertThat(Post.json(path, lead(id, IntakeProfile.SECRET)).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"email\":\"a@example.com\"}", "{\"lead_id\":", "[]", ""})
    void body_without_google_key_is_rejected(String body) {
        assertThat(Post.json("ads", body).statusCode()).isEqualTo(401);
    }

    /** A page's post has no such field. */
    @Test
    void body_with_a_wrong_google_key_is_rejected_on_a_form_for_pages_too() {
        String body = "{\"email\":\"a@example.com\",\"google_key\":\"%s\"}";

        assertThat(Post.json("ads-page", body.formatted("wrong")).statusCode()).isEqualTo(401);
        assertThat(Post.json("ads-page", body.formatted(IntakeProfile.SECRET)).statusCode())
                .isEqualTo(200);
    }

    private static String lead(String id, String key) {
        return """
                {"lead_id":"lead-%s","user_column_data":[{"column_id":"FULL_NAME","string_value":"Tomo Berisha"},
                 {"column_id":"EMAIL","string_value":"tomo@example.com"}],"google_key":"%s","is_test":false}""".formatted(id, key);
    }

    @Test
    void missing_signature_is_rejected() {
        Response response = Post.json("quote", Post.sample("typeform.json"));

        assertThat(response.statusCode()).isEqualTo(401);
    }

    @Test
    void signature_of_undefined_sender_is_rejected() {
        Response response = Post.signed("newsletter", SenderType.TYPEFORM, Post.sample("typeform.json"), Instant.now());

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.jsonPath().getString("detail")).contains("has no sender typeform", "add it under senders");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "X-Cal-Signature-256 | no-secret-provided | Cal.com has no secret set | CAL_COM_SECRET",
                "Framer-Signature | sha256=x | names no secretEnv for framer | must post to its link",
                "Other | x | google_key is not the expected one | GOOGLE_ADS_KEY",
            })
    void refusal_of_a_sender_says_how_to_mend_it(String header, String value, String cause, String remedy) {
        Response response = Post.request("{\"email\":\"a@example.com\",\"google_key\":\"wrong\"}", Post.JSON)
                .header(header, value)
                .post("/forms/unproven");

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.jsonPath().getString("detail"))
                .contains(cause, remedy)
                .doesNotContain(IntakeProfile.SECRET);
    }

    @Test
    void body_without_google_key_is_told_so() {
        assertThat(Post.json("unproven", "{\"email\":\"a@example.com\"}")
                        .jsonPath()
                        .getString("detail"))
                .contains("has no google_key", "GOOGLE_ADS_KEY");
    }

    @Test
    void secret_address_uses_its_senders_format() {
        String body = Post.sample("gravity-forms-all-fields.json");

        String first = Post.accepted(Post.json("quote/" + IntakeProfile.PATH_SECRET, body))
                .getString("id");
        String again = Post.accepted(Post.json("quote/" + IntakeProfile.PATH_SECRET, body))
                .getString("id");
        String edited = Post.accepted(Post.json("quote/" + IntakeProfile.PATH_SECRET, body.replace("plumber", "tiler")))
                .getString("id");

        assertThat(again).isEqualTo(first);
        assertThat(edited).isNotEqualTo(first);
        assertThat(Operator.awaitStatus(first, "DONE").getString("contactId")).isNotBlank();
    }

    @Test
    void link_for_a_type_that_does_not_exist_or_is_not_defined_names_those_that_are() {
        assertThat(Operator.refusal("/forms/newsletter/links", Map.of("sender", "my-builder"), 400))
                .startsWith("sender must be one of typeform, ")
                .contains(", contact-form-7, ", ", link")
                .doesNotContain("my-builder");
        assertThat(Operator.refusal("/forms/newsletter/links", Map.of("sender", "jotform"), 400))
                .endsWith("It has: webflow");
    }

    @Test
    void link_works_until_it_is_revoked() {
        JsonPath link = Operator.post("/forms/quote/links", Map.of("sender", "link"), 200);
        String path = link.getString("path").replaceFirst("/forms/", "");
        String body = "{\"email\":\"link@example.com\",\"first_name\":\"Lin\"}";

        assertThat(Post.json(path, body).statusCode()).isEqualTo(200);
        assertThat(Post.json("newsletter/" + path.split("/")[1], body).statusCode())
                .as("a link is valid for one form only")
                .isEqualTo(404);

        given().header("Authorization", "Basic c2VuZGVyOm93bg==")
                .contentType("application/json")
                .body("{\"email\":\"own@example.com\"}")
                .post("/forms/" + path)
                .then()
                .statusCode(200);

        given().delete("/ops/forms/quote/links/" + link.getString("id")).then().statusCode(200);

        assertThat(Post.json(path, body).statusCode()).isEqualTo(404);
        assertThat(given().get("/ops/forms/quote/links").asString()).doesNotContain(path.split("/")[1]);
    }

    @Test
    void jotform_multipart_request_to_a_link_is_accepted() {
        JsonPath link = Operator.post("/forms/quote/links", Map.of("sender", "jotform"), 200);

        Response response = given().multiPart("formID", "233456789012345")
                .multiPart("submissionID", "5712345678901234567")
                .multiPart("rawRequest", Post.sample("jotform-raw-request.json"))
                .post(link.getString("path"));

        JsonPath receipt = Operator.awaitStatus(Post.accepted(response).getString("id"), "DONE");
        assertThat(receipt.getString("contactId")).isNotBlank();
    }

    @Test
    void unknown_form_and_unknown_link_get_the_same_answer() {
        String unknown = Post.json("no-such-form", "{}").asString();

        assertThat(Post.json("quote/guessed", "{}").asString()).isEqualTo(unknown);
        assertThat(Post.json("no-such-form/guessed", "{}").asString()).isEqualTo(unknown);
    }

    @Test
    void body_over_one_mebibyte_is_rejected() {
        String large = "{\"a\":\"" + "x".repeat(1024 * 1024) + "\"}";

        assertThat(Post.json("contact", large).statusCode()).isEqualTo(413);
        assertThat(Post.json("contact", "{\"a\":\"" + "x".repeat(1000 * 1024) + "\"}")
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void chunked_body_over_one_mebibyte_is_rejected() throws Exception {
        assertThat(chunked("{\"a\":\"" + "x".repeat(1024 * 1024) + "\"}")).isEqualTo(413);
        assertThat(chunked("{\"a\":\"" + "x".repeat(1000 * 1024) + "\"}")).isEqualTo(422);
    }

    /** Sends a chunked request without Content-Length. */
    private static int chunked(String body) throws Exception {
        return send(request("contact", Post.JSON, Map.of())
                        .POST(HttpRequest.BodyPublishers.ofInputStream(
                                () -> new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)))))
                .statusCode();
    }

    /** Like PHP's curl with bodies over a megabyte. A client that is not told to continue waits. */
    @Test
    void sender_that_asks_is_told_to_continue() throws Exception {
        HttpRequest.Builder request = request("contact", Post.JSON, Map.of())
                .expectContinue(true)
                .POST(HttpRequest.BodyPublishers.ofString("{}"));

        assertThat(send(request).statusCode()).isEqualTo(422);
    }

    /** Like WordPress, whose plug-ins may also ask for it. */
    @Test
    void request_of_http_1_0_is_answered() throws Exception {
        String body = "{\"email\":\"http10@example.com\",\"name\":\"Old\"}";
        String request =
                "POST /forms/%s HTTP/1.0\r\nHost: localhost\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n%s"
                        .formatted(link(), Post.JSON, body.length(), body);

        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));

            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.0 200")
                    .contains("QUEUED");
        }
    }

    @Test
    void uploads_over_a_link_are_taken_without_their_contents() throws Exception {
        String link = link();

        assertThat(upload(link, 20 * MEBIBYTE, true, Map.of())).isEqualTo(200);
        assertThat(upload(link, 20 * MEBIBYTE, false, Map.of())).isEqualTo(200);
        assertThat(upload("contact", 2 * MEBIBYTE, true, Map.of()))
                .as("public form, whose required name is missing")
                .isEqualTo(422);
    }

    @Test
    void upload_over_the_limit_is_rejected() throws Exception {
        String link = link();

        assertThat(upload(link, 26 * MEBIBYTE, true, Map.of())).isEqualTo(413);
        assertThat(upload(link, 26 * MEBIBYTE, false, Map.of())).isEqualTo(413);
        assertThat(upload("quote", 2 * MEBIBYTE, true, Map.of("Typeform-Signature", "sha256=x")))
                .as("a signature is over the contents of files, too")
                .isEqualTo(413);
    }

    @Test
    void field_over_the_limit_is_rejected_in_a_form_with_files_too() throws Exception {
        String field = "--X\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\n" + "x".repeat(2 * MEBIBYTE)
                + "\r\n--X--\r\n";

        HttpResponse<String> response =
                send(request(link(), MULTIPART, Map.of()).POST(HttpRequest.BodyPublishers.ofString(field)));

        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(response.body()).contains("1048576 bytes without uploaded files, and 26214400 with them");
    }

    /** The client would be told to continue if the body were read. */
    @Test
    void upload_to_an_unknown_link_is_not_read() throws Exception {
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(Patience.MILLISECONDS);
            socket.getOutputStream()
                    .write(("POST /forms/quote/guessed HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                                    + "Content-Type: multipart/form-data; boundary=X\r\nExpect: 100-continue\r\n"
                                    + "Content-Length: 20971520\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            String answer = new BufferedReader(
                            new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();

            assertThat(answer).startsWith("HTTP/1.1 404");
        }
    }

    @Test
    void compressed_form_is_read() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write("email=gzip%40example.com&first_name=Gil".getBytes(StandardCharsets.US_ASCII));
        }

        HttpRequest.Builder request = request(link(), Post.FORM, Map.of("Content-Encoding", "gzip"))
                .POST(HttpRequest.BodyPublishers.ofByteArray(bytes.toByteArray()));

        assertThat(send(request).statusCode()).isEqualTo(200);
    }

    private static String link() {
        return Operator.post("/forms/quote/links", Map.of("sender", "link"), 200)
                .getString("path")
                .replaceFirst("/forms/", "");
    }

    /** Sends an e-mail address after a file of zeros. @return the status of the answer */
    private static int upload(String path, int fileBytes, boolean hasLength, Map<String, String> headers)
            throws Exception {
        String start = "--X\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"roof.jpg\"\r\n\r\n";
        String end = "\r\n--X\r\nContent-Disposition: form-data; name=\"email\"\r\n\r\nup@example.com\r\n--X--\r\n";
        HttpRequest.BodyPublisher body = HttpRequest.BodyPublishers.concat(
                HttpRequest.BodyPublishers.ofString(start),
                HttpRequest.BodyPublishers.ofByteArray(new byte[fileBytes]),
                HttpRequest.BodyPublishers.ofString(end));
        return send(request(path, MULTIPART, headers)
                        .POST(hasLength ? body : HttpRequest.BodyPublishers.fromPublisher(body)))
                .statusCode();
    }

    private static HttpRequest.Builder request(String path, String contentType, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + RestAssured.port + "/forms/" + path))
                .version(HttpClient.Version.HTTP_1_1)
                .header("Content-Type", contentType)
                .timeout(Patience.LIMIT);
        headers.forEach(request::header);
        return request;
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void browser_form_redirects_to_the_thanks_page() {
        Map<String, String> headers = new HashMap<>();
        Response response = Post.browser("contact", "name=Ida&email=soon@example.com", headers);

        assertThat(response.statusCode()).isEqualTo(303);
        assertThat(response.header("Location")).isEqualTo("/forms/contact/thanks");
        assertThat(given().get("/forms/contact/thanks").asString()).contains("Thank you");
    }

    /** Java's own client accepts HTML, too. */
    @Test
    void form_builder_that_accepts_html_is_not_redirected() {
        String path = link();
        Map<String, String> java = Map.of("Accept", "text/html, image/gif, image/jpeg, */*; q=.2");

        Response builder =
                Post.request("email=java@example.com", Post.FORM).headers(java).post("/forms/" + path);
        Response browser = Post.browser(path, "email=browser@example.com", Map.of("Sec-Fetch-Mode", "navigate"));

        assertThat(builder.statusCode()).isEqualTo(200);
        assertThat(builder.jsonPath().getString("status")).isEqualTo("QUEUED");
        assertThat(browser.statusCode()).isEqualTo(303);
    }

    @Test
    void form_builders_get_200_and_other_clients_202() {
        String body = "{\"email\":\"status@example.com\",\"name\":\"S\"}";

        assertThat(Post.json(link(), body).statusCode()).isEqualTo(200);
        assertThat(Post.signed("quote", SenderType.TYPEFORM, Post.sample("typeform.json"), Instant.now())
                        .statusCode())
                .isEqualTo(200);
        assertThat(Post.json("contact", body).statusCode()).isEqualTo(202);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "", " \r\n", "{ }"})
    void empty_body_of_a_form_builder_makes_nothing(String body) {
        int before = submissionsOf("quote");

        for (Response answer :
                List.of(Post.json(link(), body), Post.signed("quote", SenderType.TYPEFORM, body, Instant.now()))) {
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.asString()).isEqualTo("{\"status\":\"IGNORED\",\"reason\":\"The body is empty\"}");
        }
        assertThat(submissionsOf("quote")).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-such-form", "quote/guessed", "no-such-form/guessed", "quote/too/long", ""})
    void sender_that_disables_itself_after_404_gets_503(String path) {
        for (Map<String, String> headers : List.of(
                Map.of("Typeform-Signature", "sha256=x"),
                Map.of("Calendly-Webhook-Signature", "t=1,v1=x"),
                Map.of("User-Agent", "Typeform Webhooks"))) {
            Response answer = Post.request("{}", Post.JSON).headers(headers).post("/forms/" + path);

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.header("Retry-After")).isEqualTo("600");
            assertThat(answer.jsonPath().getString("code")).isEqualTo("NOT_FOUND");
        }
        assertThat(Post.json(path, "{}").statusCode()).isEqualTo(404);
    }

    @Test
    void unknown_addresses_are_logged_once_without_the_secret() {
        for (int time = 0; time < 3; time++) {
            Post.json("service/guessed-secret-" + time, "{}");
            Post.json("an-old-form/guessed-secret", "{}");
            Post.json("no%0Aform", "{}");
        }

        assertThat(addresses.messages()).hasSize(2).noneMatch(line -> line.contains("guessed-secret"));
        assertThat(addresses.messages().get(0)).contains("a link of /forms/service");
        assertThat(addresses.messages().get(1)).contains("/forms/an-old-form");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/forms/quote", "/forms/no-such-form", "/forms/quote/secret"})
    void only_post_submits_and_the_other_methods_are_answered(String path) {
        assertThat(given().head(path).statusCode()).isEqualTo(200);
        assertThat(given().options(path).statusCode()).isEqualTo(204);
        assertThat(given().options(path).header("Allow")).isEqualTo("POST, HEAD, OPTIONS");
        for (Response answer : List.of(
                given().get(path + "?hub.mode=subscribe&hub.challenge=1158201444"),
                given().get(path + "?email=a@example.com"),
                given().put(path),
                given().patch(path),
                given().delete(path))) {
            assertThat(answer.statusCode()).isEqualTo(405);
            assertThat(answer.header("Allow")).isEqualTo("POST, HEAD, OPTIONS");
            assertThat(answer.jsonPath().getString("detail")).contains("choose POST as the method");
            assertThat(answer.asString()).doesNotContain("1158201444");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/forms/%s/", "/forms//%s", "//forms/%s", "/forms/%s/?a=b"})
    void slashes_and_queries_do_not_redirect(String path) {
        Response answer = Post.request("{\"email\":\"slash@example.com\"}", Post.JSON)
                .urlEncodingEnabled(false)
                .post("http://localhost:" + RestAssured.port + path.formatted(link()));

        assertThat(answer.statusCode()).isEqualTo(200);
    }

    private static int submissionsOf(String form) {
        return Ask.query(
                        "query($form: String!) { submissions(filter: {form: $form}) { totalCount } }",
                        Map.of("form", form))
                .getInt("data.submissions.totalCount");
    }
}
