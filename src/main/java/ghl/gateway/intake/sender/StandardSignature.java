package ghl.gateway.intake.sender;

import ghl.gateway.intake.body.RequestBody;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Stream;

/**
 * Symmetric signature of Standard Webhooks 1.0: base64 HMAC-SHA256 of id, timestamp in seconds and body, joined by dots. The
 * header may contain several signatures while the sender rotates its secret. The secret is base64, with or without the
 * prefix {@code whsec_}, or plain text. Asymmetric signatures ({@code v1a}) are ignored.
 */
final class StandardSignature implements Signature {

    static final String ID = "webhook-id";
    private static final String TIME = "webhook-timestamp";
    private static final String SIGNATURE = "webhook-signature";
    private static final String SECRET_PREFIX = "whsec_";

    @Override
    public String header() {
        return SIGNATURE;
    }

    @Override
    public Verdict check(RequestBody request, String secret, Instant now) {
        String id = request.header(ID);
        String time = request.header(TIME);
        String received = request.header(SIGNATURE);
        if (id == null || time == null || received == null || received.isBlank()) {
            return Verdict.MISSING;
        }
        byte[] head = Hmac.bytes(id + "." + time + ".");
        Verdict verdict = Signature.anyValid(keys(secret)
                .map(key -> "v1," + Base64.getEncoder().encodeToString(Hmac.sha256(key, head, request.bytes())))
                .flatMap(expected ->
                        Arrays.stream(received.strip().split(" ")).map(one -> Signature.compare(expected, one))));
        return Signature.expire(verdict, time, ChronoUnit.SECONDS, now);
    }

    /** Both readings of a secret that looks like base64: libraries decode it, but some senders use the text. */
    private static Stream<byte[]> keys(String secret) {
        byte[] text = Hmac.bytes(secret);
        try {
            String encoded = secret.startsWith(SECRET_PREFIX) ? secret.substring(SECRET_PREFIX.length()) : secret;
            return Stream.of(Base64.getDecoder().decode(encoded), text).filter(key -> key.length > 0);
        } catch (IllegalArgumentException notBase64) {
            return Stream.of(text);
        }
    }
}
