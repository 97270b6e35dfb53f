package ghl.gateway.intake.sender;

import ghl.gateway.intake.body.RequestBody;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;

/**
 * Hexadecimal HMAC-SHA256 of the timestamp in milliseconds, a colon and the body. The secret is the one that Webflow shows
 * when the webhook is created through its API, or the client secret of the OAuth app that created it. Webhooks created in
 * the site's dashboard were not signed for a long time; connect those with a link. Source: Webflow's page "Verifying webhook
 * signatures". As with Tally, its example signs the parsed body serialized again, which must equal the bytes received.
 */
final class WebflowSignature implements Signature {

    @Override
    public String header() {
        return "X-Webflow-Signature";
    }

    @Override
    public Verdict check(RequestBody request, String secret, Instant now) {
        String received = request.header(header());
        String time = request.header("X-Webflow-Timestamp");
        if (received == null || received.isBlank() || time == null) {
            return Verdict.MISSING;
        }
        byte[] hmac = Hmac.sha256(secret, Hmac.bytes(time + ":"), request.bytes());
        Verdict verdict = Signature.compare(HexFormat.of().formatHex(hmac), received.strip());
        return Signature.expire(verdict, time, ChronoUnit.MILLIS, now);
    }
}
