package ghl.gateway.intake.sender;

import ghl.gateway.intake.body.RequestBody;
import java.time.Instant;
import java.util.Base64;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;

/**
 * Base64 HMAC-SHA256 of the body with a prefix. The secret is used as text. No timestamp is signed, so an old request can be
 * replayed; its event id then makes it a repeat.
 *
 * <p>Typeform: {@code Typeform-Signature: sha256=…} (page "Secure your webhooks"). Tally: {@code Tally-Signature: …} (help
 * page "Webhooks"). Tally's example signs the parsed body serialized again by JavaScript, which equals the bytes received
 * only if Tally serializes them the same way. This was not verified with a real account.
 */
record BodySignature(String header, String prefix) implements Signature {

    @Override
    public Verdict check(RequestBody request, String secret, Instant now) {
        String received = request.header(header);
        if (received == null || received.isBlank()) {
            return Verdict.MISSING;
        }
        byte[] expected = new HmacUtils(HmacAlgorithms.HMAC_SHA_256, secret).hmac(request.bytes());
        return Signature.compare(prefix + Base64.getEncoder().encodeToString(expected), received.strip());
    }
}
