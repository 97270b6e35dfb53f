package ghl.gateway.intake.sender;

import ghl.gateway.intake.body.RequestBody;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;

/**
 * HMAC-SHA256 in hexadecimal of the time-stamp in milliseconds, a colon and the body. The secret is the one that Webflow
 * shows when the webhook is made through its API, or the client secret of the OAuth app that made it; webhooks made in the
 * site's dashboard were long not signed at all, and a link serves them. Source: Webflow's page "Verifying webhook
 * signatures", whose example writes the parsed body out again: as with Tally, that is the bytes on the wire if Webflow
 * writes them that way.
 */
final class WebflowSignature implements Signature {

    @Override
    public Verdict check(RequestBody posted, String secret, Instant now) {
        String given = posted.header("X-Webflow-Signature");
        String time = posted.header("X-Webflow-Timestamp");
        if (given == null || given.isBlank() || time == null) {
            return Verdict.MISSING;
        }
        byte[] expected = Sha256.hmac(
                secret.getBytes(StandardCharsets.UTF_8), (time + ":").getBytes(StandardCharsets.UTF_8), posted.bytes());
        Verdict verdict = Signature.compare(HexFormat.of().formatHex(expected), given.strip());
        return verdict == Verdict.VALID && !Signature.isInWindow(time, ChronoUnit.MILLIS, now)
                ? Verdict.OUT_OF_TIME
                : verdict;
    }
}
