package ghl.gateway.intake.sender;

import ghl.gateway.intake.body.RequestBody;
import java.time.Instant;

/**
 * Google Ads does not sign: the body contains the secret itself, the key that was entered beside the webhook's address.
 * Without a timestamp, an old request can be replayed; its lead id then makes it a repeat.
 */
final class GoogleAdsKey implements Signature {

    static final String FIELD = "google_key";

    @Override
    public String header() {
        return "";
    }

    @Override
    public boolean isIn(RequestBody request) {
        return request.tree().has(FIELD);
    }

    @Override
    public Verdict check(RequestBody request, String secret, Instant now) {
        String received = request.tree().path(FIELD).asText("");
        return received.isBlank() ? Verdict.MISSING : Signature.compare(secret, received);
    }
}
