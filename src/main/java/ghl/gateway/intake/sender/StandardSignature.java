package ghl.gateway.intake.sender;

import ghl.gateway.intake.body.Posted;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;

/**
 * Standard Webhooks 1.0, symmetric: HMAC-SHA256 in base64 of id, time-stamp in seconds and body, joined by dots. The header
 * may carry several signatures, while the sender changes its secret. The secret is {@code whsec_} and base64, or any other
 * text as it is. Asymmetric signatures ({@code v1a}) are passed over.
 */
final class StandardSignature implements Signature {

    static final String ID = "webhook-id";
    private static final String TIME = "webhook-timestamp";
    private static final String SIGNATURE = "webhook-signature";
    private static final String SECRET_PREFIX = "whsec_";

    @Override
    public Verdict check(Posted posted, String secret, Instant now) {
        String id = posted.header(ID);
        String time = posted.header(TIME);
        String given = posted.header(SIGNATURE);
        if (id == null || time == null || given == null || given.isBlank()) {
            return Verdict.MISSING;
        }
        byte[] signed =
                Sha256.hmac(key(secret), (id + "." + time + ".").getBytes(StandardCharsets.UTF_8), posted.bytes());
        String expected = "v1," + Base64.getEncoder().encodeToString(signed);
        boolean valid = Arrays.stream(given.strip().split(" "))
                .map(one -> Signature.compare(expected, one))
                .reduce(false, (any, verdict) -> any | verdict == Verdict.VALID, Boolean::logicalOr);
        if (!valid) {
            return Verdict.WRONG;
        }
        return Signature.isInWindow(time, ChronoUnit.SECONDS, now) ? Verdict.VALID : Verdict.OUT_OF_TIME;
    }

    private static byte[] key(String secret) {
        if (secret.startsWith(SECRET_PREFIX)) {
            try {
                return Base64.getDecoder().decode(secret.substring(SECRET_PREFIX.length()));
            } catch (IllegalArgumentException e) {
                // No base64: then it is a text that happens to begin so.
            }
        }
        return secret.getBytes(StandardCharsets.UTF_8);
    }
}
