package ghl.gateway.intake;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.oneOf;

import ghl.gateway.form.definition.SenderType;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RedirectConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;

/** Sends request bodies to forms unmodified. */
final class Post {

    static final String JSON = "application/json";
    static final String FORM = "application/x-www-form-urlencoded";
    static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    static final RestAssuredConfig UNMODIFIED = RestAssuredConfig.config()
            .encoderConfig(EncoderConfig.encoderConfig()
                    .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                    .defaultContentCharset("UTF-8")
                    .encodeContentTypeAs("multipart/form-data", ContentType.TEXT))
            .redirect(RedirectConfig.redirectConfig().followRedirects(false));

    private Post() {}

    static String sample(String name) {
        try (InputStream file = Post.class.getResourceAsStream("/intake/" + name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends the body unmodified, in UTF-8. */
    static RequestSpecification request(String body, String contentType) {
        return given().config(UNMODIFIED)
                .header("Content-Type", contentType)
                .header("Accept", "*/*")
                .body(body);
    }

    static Response signed(String form, SenderType sender, String body, Instant at) {
        return request(body, JSON)
                .headers(Signatures.of(sender, IntakeProfile.SECRET, body, at))
                .post("/forms/" + form);
    }

    static Response json(String path, String body) {
        return request(body, JSON).post("/forms/" + path);
    }

    /** Sends a form as a browser does without JavaScript. */
    static Response browser(String form, String fields, Map<String, String> headers) {
        return given().config(UNMODIFIED)
                .header("Content-Type", FORM)
                .header("Accept", BROWSER)
                .headers(headers)
                .body(fields)
                .post("/forms/" + form);
    }

    /** The receipt of an accepted form. */
    static JsonPath accepted(Response response) {
        return response.then().statusCode(oneOf(200, 202)).extract().jsonPath();
    }
}
