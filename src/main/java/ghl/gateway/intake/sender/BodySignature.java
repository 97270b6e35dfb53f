package ghl.gateway.intake.sender;

import ghl.gateway.intake.body.RequestBody;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;

/**
 * HMAC-SHA256 of the body in base64, behind a prefix; the secret is the text itself. No time is signed, so an old body can be
 * sent again as it was: the event's id makes it a repeat.
 *
 * <p>Typeform: {@code Typeform-Signature: sha256=…} (page "Secure your webhooks"). Tally: {@code Tally-Signature: …} (help
 * page "Webhooks"); its example signs the parsed body written out again by JavaScript, which is the bytes on the wire as
 * long as Tally writes them that way too. That they are the same was not tried on a real account.
 */
record BodySignature(String header, String prefix) implements Signature {

    @Override
    public Verdict check(RequestBody posted, String secret, Instant now) {
        String given = posted.header(header);
        if (given == null || given.isBlank()) {
            return Verdict.MISSING;
        }
        byte[] expected = Sha256.hmac(secret.getBytes(StandardCharsets.UTF_8), posted.bytes());
        return Signature.compare(prefix + Base64.getEncoder().encodeToString(expected), given.strip());
    }
}
