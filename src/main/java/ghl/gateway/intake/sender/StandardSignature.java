package ghl.gateway.intake.sender;

import ghl.gateway.intake.body.RequestBody;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Stream;

/**
 * Standard Webhooks 1.0, symmetric: HMAC-SHA256 in base64 of id, time-stamp in seconds and body, joined by dots. The header
 * may carry several signatures, while the sender changes its secret. The secret is base64, behind {@code whsec_} or not, or
 * any other text as it is. Asymmetric signatures ({@code v1a}) are passed over.
 */
final class StandardSignature implements Signature {

    static final String ID = "webhook-id";
    private static final String TIME = "webhook-timestamp";
    private static final String SIGNATURE = "webhook-signature";
    private static final String SECRET_PREFIX = "whsec_";

    @Override
    public Verdict check(RequestBody posted, String secret, Instant now) {
        String id = posted.header(ID);
        String time = posted.header(TIME);
        String given = posted.header(SIGNATURE);
        if (id == null || time == null || given == null || given.isBlank()) {
            return Verdict.MISSING;
        }
        byte[] head = (id + "." + time + ".").getBytes(StandardCharsets.UTF_8);
        boolean valid = keys(secret)
                .map(key -> "v1," + Base64.getEncoder().encodeToString(Sha256.hmac(key, head, posted.bytes())))
                .flatMap(expected ->
                        Arrays.stream(given.strip().split(" ")).map(one -> Signature.compare(expected, one)))
                .reduce(false, (any, verdict) -> any | verdict == Verdict.VALID, Boolean::logicalOr);
        if (!valid) {
            return Verdict.WRONG;
        }
        return Signature.isInWindow(time, ChronoUnit.SECONDS, now) ? Verdict.VALID : Verdict.OUT_OF_TIME;
    }

    /** What looks like base64 may be meant so or not: libraries decode it, and some senders take the text. */
    private static Stream<byte[]> keys(String secret) {
        byte[] text = secret.getBytes(StandardCharsets.UTF_8);
        try {
            String encoded = secret.startsWith(SECRET_PREFIX) ? secret.substring(SECRET_PREFIX.length()) : secret;
            return Stream.of(Base64.getDecoder().decode(encoded), text).filter(key -> key.length > 0);
        } catch (IllegalArgumentException noBase64) {
            return Stream.of(text);
        }
    }
}
