package ghl.gateway.intake.sender;

import static org.assertj.core.api.Assertions.assertThat;

import ghl.gateway.form.definition.SenderType;
import ghl.gateway.intake.Signatures;
import ghl.gateway.intake.body.RequestBody;
import ghl.gateway.intake.sender.Signature.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureTest {

    private static final Instant NOW = Instant.parse("2026-11-23T18:02:00Z");
    private static final String SECRET = "gs-5c1d7e90";
    private static final String BODY = "{\"event_type\": \"form_response\", \"name\":\"Zo\\u00eb ü\" }\n";

    /** The example of the specification. */
    @ParameterizedTest
    @ValueSource(strings = {"whsec_", ""})
    void standard_webhooks_example_is_valid(String prefix) {
        RequestBody request = Samples.request(
                "{\"test\": 2432232314}",
                "application/json",
                Map.of(
                        "webhook-id", "msg_p5jXN8AQM9LWM0D4loKWxJek",
                        "webhook-timestamp", "1614265330",
                        "webhook-signature", "v1,AAAA v1a,xyz v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="));

        Verdict verdict = check(
                SenderType.STANDARD_WEBHOOKS,
                request,
                prefix + "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                Instant.ofEpochSecond(1614265330));

        assertThat(verdict).isEqualTo(Verdict.VALID);
    }

    @ParameterizedTest
    @MethodSource("signers")
    void signed_request_is_valid(SenderType type) {
        assertThat(check(type, signed(type, BODY, NOW), SECRET, NOW)).isEqualTo(Verdict.VALID);
    }

    @ParameterizedTest
    @MethodSource("signers")
    void different_secret_or_body_is_wrong(SenderType type) {
        RequestBody signed = signed(type, BODY, NOW);
        RequestBody changed = Samples.request(BODY.stripTrailing(), "application/json", signed.headers());

        assertThat(check(type, signed, SECRET + "x", NOW)).isEqualTo(Verdict.WRONG);
        assertThat(check(type, changed, SECRET, NOW)).isEqualTo(Verdict.WRONG);
    }

    @ParameterizedTest
    @MethodSource("signers")
    void absent_signature_is_missing(SenderType type) {
        assertThat(check(type, Samples.request(BODY, "application/json"), SECRET, NOW))
                .isEqualTo(Verdict.MISSING);
    }

    @ParameterizedTest
    @EnumSource(names = {"WEBFLOW", "STANDARD_WEBHOOKS", "WPFORMS", "FORMSPREE", "CALENDLY"})
    void timestamp_over_five_minutes_away_is_expired(SenderType type) {
        Duration window = Duration.ofMinutes(5);

        assertThat(check(type, signed(type, BODY, NOW.minus(window)), SECRET, NOW))
                .isEqualTo(Verdict.VALID);
        assertThat(check(type, signed(type, BODY, NOW.minus(window).minusSeconds(1)), SECRET, NOW))
                .isEqualTo(Verdict.EXPIRED);
        assertThat(check(type, signed(type, BODY, NOW.plus(window).plusSeconds(1)), SECRET, NOW))
                .isEqualTo(Verdict.EXPIRED);
    }

    @ParameterizedTest
    @EnumSource(names = {"WPFORMS", "FORMSPREE", "CALENDLY"})
    void changed_or_repeated_timestamp_in_the_header_is_wrong(SenderType type) {
        RequestBody old = signed(type, BODY, NOW.minus(Duration.ofHours(1)));
        String header = Senders.signature(type).orElseThrow().header();
        String now = "t=" + NOW.getEpochSecond();

        Stream.of(
                        old.header(header).replaceFirst("t=\\d+", now),
                        now + "," + old.header(header),
                        old.header(header).replaceFirst("t=\\d+,", ""),
                        old.header(header).replaceFirst("v.*", ""),
                        "nonsense")
                .forEach(value -> assertThat(check(type, withHeader(old, header, value), SECRET, NOW))
                        .as(value)
                        .isEqualTo(Verdict.WRONG));
    }

    @ParameterizedTest
    @EnumSource(names = {"WPFORMS", "FORMSPREE", "CALENDLY"})
    void one_valid_signature_of_several_is_enough(SenderType type) {
        RequestBody signed = signed(type, BODY, NOW);
        String header = Senders.signature(type).orElseThrow().header();
        String[] parts = signed.header(header).split(",");
        String name = parts[1].split("=")[0];

        String several = parts[0] + ", " + name + "=00, " + parts[1] + ", v0=11";

        assertThat(check(type, withHeader(signed, header, several), SECRET, NOW))
                .isEqualTo(Verdict.VALID);
    }

    @Test
    void framer_signature_covers_the_submission_id() {
        RequestBody signed = signed(SenderType.FRAMER, BODY, NOW);
        Map<String, String> withoutId = new HashMap<>(signed.headers());
        withoutId.remove("framer-webhook-submission-id");

        assertThat(check(SenderType.FRAMER, withHeader(signed, "framer-webhook-submission-id", "other"), SECRET, NOW))
                .isEqualTo(Verdict.WRONG);
        assertThat(check(SenderType.FRAMER, Samples.request(BODY, "application/json", withoutId), SECRET, NOW))
                .isEqualTo(Verdict.MISSING);
    }

    @Test
    void cal_com_without_a_secret_is_wrong() {
        Map<String, String> headers = Map.of("x-cal-signature-256", "no-secret-provided");

        assertThat(check(SenderType.CAL_COM, Samples.request(BODY, "application/json", headers), SECRET, NOW))
                .isEqualTo(Verdict.WRONG);
    }

    @ParameterizedTest
    @CsvSource({"none, netlify", "HS512, netlify", "RS256, netlify", "HS256, another"})
    void netlify_token_with_other_algorithm_or_issuer_is_wrong(String algorithm, String issuer) {
        Map<String, String> headers = Map.of("x-webhook-signature", Signatures.jws(SECRET, algorithm, issuer, BODY));

        assertThat(check(SenderType.NETLIFY, Samples.request(BODY, "application/json", headers), SECRET, NOW))
                .isEqualTo(Verdict.WRONG);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.b", "a.b.c", "e30.e30.", "...", "{}"})
    void netlify_token_that_is_none_is_wrong(String token) {
        Map<String, String> headers = Map.of("x-webhook-signature", token);

        assertThat(check(SenderType.NETLIFY, Samples.request(BODY, "application/json", headers), SECRET, NOW))
                .isEqualTo(Verdict.WRONG);
    }

    /** The plug-in signs the parameters as PHP writes them in JSON. */
    @Test
    void wpforms_urlencoded_body_is_signed_as_json() {
        String json = "{\"name\":\"Ilse Quandt\",\"gdpr\":\"I agree \\/ \\u00e9\"}";
        Map<String, String> headers = Signatures.of(SenderType.WPFORMS, SECRET, json, NOW);
        String form = "application/x-www-form-urlencoded; charset=utf-8";
        String body = "name=Ilse+Quandt&gdpr=I+agree+%2F+%C3%A9";

        assertThat(check(SenderType.WPFORMS, Samples.request(body, form, headers), SECRET, NOW))
                .isEqualTo(Verdict.VALID);
        assertThat(check(SenderType.WPFORMS, Samples.request(body + "x", form, headers), SECRET, NOW))
                .isEqualTo(Verdict.WRONG);
        assertThat(check(SenderType.WPFORMS, Samples.request(json, "application/json", headers), SECRET, NOW))
                .isEqualTo(Verdict.VALID);
    }

    @Test
    void wpforms_urlencoded_lists_and_dates_are_signed_as_json() {
        String json =
                "{\"services\":\"Tiling||Plumbing\",\"when\":{\"value\":\"11\\/24\\/2026 9:30 AM\",\"unix\":1795512600},"
                        + "\"files\":[\"https:\\/\\/example.com\\/a.pdf\",\"https:\\/\\/example.com\\/b.pdf\"],\"unset\":\"\"}";
        String body = "services=Tiling%7C%7CPlumbing&when%5Bvalue%5D=11%2F24%2F2026+9%3A30+AM&when%5Bunix%5D=1795512600"
                + "&files%5B0%5D=https%3A%2F%2Fexample.com%2Fa.pdf&files%5B1%5D=https%3A%2F%2Fexample.com%2Fb.pdf&unset=";
        Map<String, String> headers = Signatures.of(SenderType.WPFORMS, SECRET, json, NOW);

        assertThat(check(
                        SenderType.WPFORMS,
                        Samples.request(body, "application/x-www-form-urlencoded; charset=utf-8", headers),
                        SECRET,
                        NOW))
                .isEqualTo(Verdict.VALID);
    }

    @Test
    void google_key_in_the_body_is_the_secret() {
        String lead = "{\"lead_id\":\"L1\",\"google_key\":\"%s\"}";

        assertThat(check(
                        SenderType.GOOGLE_ADS,
                        Samples.request(lead.formatted(SECRET), "application/json"),
                        SECRET,
                        NOW))
                .isEqualTo(Verdict.VALID);
        assertThat(check(SenderType.GOOGLE_ADS, Samples.request(lead.formatted("x"), "application/json"), SECRET, NOW))
                .isEqualTo(Verdict.WRONG);
        assertThat(check(
                        SenderType.GOOGLE_ADS,
                        Samples.request("{\"lead_id\":\"L1\"}", "application/json"),
                        SECRET,
                        NOW))
                .isEqualTo(Verdict.MISSING);
    }

    @ParameterizedTest
    @EnumSource(names = {"WEBFLOW", "STANDARD_WEBHOOKS"})
    void changed_timestamp_is_wrong(SenderType type) {
        RequestBody old = signed(type, BODY, NOW.minus(Duration.ofHours(1)));
        Map<String, String> headers = new HashMap<>(old.headers());
        headers.putAll(times(NOW));

        assertThat(check(type, Samples.request(BODY, "application/json", headers), SECRET, NOW))
                .isEqualTo(Verdict.WRONG);
    }

    @ParameterizedTest
    @MethodSource("signers")
    void signer_is_identified_by_its_header(SenderType type) {
        assertThat(Senders.signer(signed(type, BODY, NOW).headers())).contains(type);
        assertThat(Senders.signer(Map.of())).isEmpty();
    }

    /** All that put a signature into a header. */
    private static Stream<SenderType> signers() {
        return Stream.of(SenderType.values()).filter(type -> Senders.signature(type)
                .filter(signature -> !signature.header().isEmpty())
                .isPresent());
    }

    private static RequestBody withHeader(RequestBody request, String name, String value) {
        Map<String, String> headers = new HashMap<>(request.headers());
        headers.put(name.toLowerCase(Locale.ROOT), value);
        return new RequestBody(request.bytes(), request.contentType(), headers);
    }

    private static Verdict check(SenderType type, RequestBody request, String secret, Instant now) {
        return Senders.signature(type).orElseThrow().check(request, secret, now);
    }

    private static RequestBody signed(SenderType type, String body, Instant at) {
        return Samples.request(body, "application/json", Signatures.of(type, SECRET, body, at));
    }

    private static Map<String, String> times(Instant at) {
        return Map.of(
                "x-webflow-timestamp", String.valueOf(at.toEpochMilli()),
                "webhook-timestamp", String.valueOf(at.getEpochSecond()));
    }
}
