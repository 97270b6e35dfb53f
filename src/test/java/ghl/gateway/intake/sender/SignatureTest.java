package ghl.gateway.intake.sender;

import static org.assertj.core.api.Assertions.assertThat;

import ghl.gateway.form.definition.SenderType;
import ghl.gateway.intake.Signatures;
import ghl.gateway.intake.body.RequestBody;
import ghl.gateway.intake.sender.Signature.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
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
    @EnumSource(names = {"TYPEFORM", "TALLY", "WEBFLOW", "STANDARD_WEBHOOKS"})
    void signed_request_is_valid(SenderType type) {
        assertThat(check(type, signed(type, BODY, NOW), SECRET, NOW)).isEqualTo(Verdict.VALID);
    }

    @ParameterizedTest
    @EnumSource(names = {"TYPEFORM", "TALLY", "WEBFLOW", "STANDARD_WEBHOOKS"})
    void different_secret_or_body_is_wrong(SenderType type) {
        RequestBody signed = signed(type, BODY, NOW);
        RequestBody changed = Samples.request(BODY.stripTrailing(), "application/json", signed.headers());

        assertThat(check(type, signed, SECRET + "x", NOW)).isEqualTo(Verdict.WRONG);
        assertThat(check(type, changed, SECRET, NOW)).isEqualTo(Verdict.WRONG);
    }

    @ParameterizedTest
    @EnumSource(names = {"TYPEFORM", "TALLY", "WEBFLOW", "STANDARD_WEBHOOKS"})
    void absent_signature_is_missing(SenderType type) {
        assertThat(check(type, Samples.request(BODY, "application/json"), SECRET, NOW))
                .isEqualTo(Verdict.MISSING);
    }

    @ParameterizedTest
    @EnumSource(names = {"WEBFLOW", "STANDARD_WEBHOOKS"})
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
    @EnumSource(names = {"WEBFLOW", "STANDARD_WEBHOOKS"})
    void changed_timestamp_is_wrong(SenderType type) {
        RequestBody old = signed(type, BODY, NOW.minus(Duration.ofHours(1)));
        Map<String, String> headers = new HashMap<>(old.headers());
        headers.putAll(times(NOW));

        assertThat(check(type, Samples.request(BODY, "application/json", headers), SECRET, NOW))
                .isEqualTo(Verdict.WRONG);
    }

    @Test
    void signer_is_identified_by_its_header() {
        assertThat(Senders.signer(signed(SenderType.TALLY, BODY, NOW).headers()))
                .contains(SenderType.TALLY);
        assertThat(Senders.signer(Map.of())).isEmpty();
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
