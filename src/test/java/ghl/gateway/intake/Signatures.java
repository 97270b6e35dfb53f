package ghl.gateway.intake;

import ghl.gateway.form.definition.SenderType;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signature headers as the senders' documentation describes them, made with the JDK alone. */
public final class Signatures {

    private static final String EVENT = "msg_2Lh9";

    private Signatures() {}

    /** Signature headers of a body, by lower-case name. */
    public static Map<String, String> of(SenderType sender, String secret, String body, Instant at) {
        String seconds = String.valueOf(at.getEpochSecond());
        String millis = String.valueOf(at.toEpochMilli());
        return switch (sender) {
            case TYPEFORM -> Map.of("typeform-signature", "sha256=" + base64(secret, body));
            case TALLY -> Map.of("tally-signature", base64(secret, body));
            case WEBFLOW ->
                Map.of(
                        "x-webflow-timestamp",
                        millis,
                        "x-webflow-signature",
                        HexFormat.of().formatHex(hmac(secret, millis + ":" + body)));
            case STANDARD_WEBHOOKS ->
                Map.of(
                        "webhook-id",
                        EVENT,
                        "webhook-timestamp",
                        seconds,
                        "webhook-signature",
                        "v1," + base64(secret, EVENT + "." + seconds + "." + body));
            default -> throw new IllegalArgumentException(sender + " does not sign");
        };
    }

    private static String base64(String secret, String text) {
        return Base64.getEncoder().encodeToString(hmac(secret, text));
    }

    private static byte[] hmac(String secret, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
