package ghl.gateway.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import ghl.gateway.fixture.LoggedLines;
import ghl.gateway.fixture.Operator;
import ghl.gateway.form.definition.SenderType;
import ghl.gateway.intake.statistics.FormSources;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a form's sources posted, as operators see it. */
@QuarkusTest
@TestProfile(IntakeProfile.class)
class SourcesTest {

    @RegisterExtension
    final LoggedLines log = new LoggedLines(FormSources.class);

    @RegisterExtension
    final LoggedLines refusals = new LoggedLines(UnprovenSenders.class);

    @Test
    void operators_see_what_each_source_posts_and_how_much_is_understood() {
        long before = number("service", "tally", "posts");
        String body = Post.sample("tally.json").replace("2wgx4n", "sources").replace("otis@", "otis.sources@");
        Instant start = Instant.now().minusSeconds(1);

        Post.accepted(Post.signed("service", SenderType.TALLY, body, Instant.now()));

        Map<String, Object> source = source("service", "tally");
        assertThat(number("service", "tally", "posts")).isEqualTo(before + 1);
        assertThat(number("service", "tally", "understood")).isPositive();
        assertThat(number("service", "tally", "notUnderstood")).isPositive();
        assertThat(Instant.parse((String) source.get("lastIdentifiedAt"))).isAfter(start);
        assertThat(given().get("/q/metrics").asString())
                .contains("gateway_form_posts_total{form=\"service\",outcome=\"identified\",source=\"tally\"}");
    }

    @Test
    void form_that_finds_no_identifier_is_reported_once() {
        String path = link("quote");
        for (int post = 0; post < 6; post++) {
            Post.accepted(Post.json(path, "{\"Mail renamed\":\"someone" + post + " at example\"}"));
        }

        assertThat(warnings("quote")).contains("source link had no valid e-mail address or phone number");
        assertThat(log.messages())
                .filteredOn(line -> line.contains("source link"))
                .hasSize(1)
                .noneMatch(line -> line.contains("someone"));

        Post.accepted(Post.json(path, "{\"Email\":\"found.again@example.com\"}"));
        assertThat(warnings("quote")).doesNotContain("source link");
    }

    @Test
    void public_pages_are_counted_with_their_spam_and_refused_forms() {
        Map<String, String> page = Map.of("Origin", "https://www.example.com");
        long identified = number("contact", "public", "identified");
        long quarantined = number("contact", "public", "quarantined");
        long rejected = number("contact", "public", "rejected");

        Post.browser("contact", "name=Ada&email=ada.sources@example.com", page);
        Post.browser("contact", "name=Bot&email=bot.sources@example.com&homepage=x", page);
        Post.browser("contact", "name=Ada", page);

        assertThat(number("contact", "public", "identified")).isEqualTo(identified + 1);
        assertThat(number("contact", "public", "quarantined")).isEqualTo(quarantined + 1);
        assertThat(number("contact", "public", "rejected")).isEqualTo(rejected + 1);
    }

    /** Some senders do not repeat what is refused, so that nothing else tells of the lead. */
    @Test
    void refused_signatures_are_counted_and_logged_once_for_each_sender() {
        String lead = "{\"email\":\"lost@example.com\"}";

        for (int post = 0; post < 3; post++) {
            Post.request(lead, Post.JSON)
                    .header("X-WPForms-Webhook-Signature", "t=1,v=wrong" + post)
                    .post("/forms/unproven");
            Post.signed("unproven", SenderType.CALENDLY, lead, Instant.EPOCH);
            Post.json("unsigned", lead);
        }

        assertThat(number("unproven", "wpforms", "rejected")).isEqualTo(3);
        assertThat(number("unproven", "calendly", "rejected")).isEqualTo(3);
        assertThat(number("unsigned", "wpforms", "rejected")).isEqualTo(3);
        assertThat(given().get("/q/metrics").asString())
                .contains("gateway_form_posts_total{form=\"unproven\",outcome=\"rejected\",source=\"wpforms\"}");
        assertThat(refusals.messages())
                .hasSize(3)
                .noneMatch(line -> line.contains("lost@example.com") || line.contains(IntakeProfile.SECRET));
        assertThat(refusals.messages().get(0))
                .contains("/forms/unproven was refused as one of wpforms", "signature is not valid", "WPFORMS_SECRET");
        assertThat(refusals.messages().get(1)).contains("one of calendly", "too old", "clock");
        assertThat(refusals.messages().get(2))
                .contains("/forms/unsigned was refused as one of wpforms", "signature is missing", "WPFORMS_SECRET");
    }

    private static String link(String form) {
        return Operator.post("/forms/" + form + "/links", Map.of("sender", "link"), 200)
                .getString("path")
                .replaceFirst("/forms/", "");
    }

    private static long number(String form, String source, String name) {
        return ((Number) source(form, source).getOrDefault(name, 0)).longValue();
    }

    private static Map<String, Object> source(String form, String source) {
        List<Map<String, Object>> sources = form(form).getList("sources");
        return sources.stream()
                .filter(one -> one.get("source").equals(source))
                .findFirst()
                .orElse(Map.of());
    }

    private static String warnings(String form) {
        return form(form).getString("warnings");
    }

    private static JsonPath form(String form) {
        return Operator.get("/forms").setRootPath("forms.find { it.form == '" + form + "' }");
    }
}
