package ghl.gateway.intake;

import ghl.gateway.form.definition.SenderType;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signature headers as the senders' documentation describes them, made with the JDK alone. */
public final class Signatures {

    private static final String EVENT = "msg_2Lh9";
    private static final String FRAMER_ID = "7d0c1c2e-0000-4000-8000-000000002179";

    private Signatures() {}

    /** Signature headers of a body, by lower-case name. */
    public static Map<String, String> of(SenderType sender, String secret, String body, Instant at) {
        String seconds = String.valueOf(at.getEpochSecond());
        String millis = String.valueOf(at.toEpochMilli());
        return switch (sender) {
            case TYPEFORM -> Map.of("typeform-signature", "sha256=" + base64(secret, body));
            case TALLY -> Map.of("tally-signature", base64(secret, body));
            case WEBFLOW ->
                Map.of("x-webflow-timestamp", millis, "x-webflow-signature", hex(secret, millis + ":" + body));
            case STANDARD_WEBHOOKS ->
                Map.of(
                        "webhook-id",
                        EVENT,
                        "webhook-timestamp",
                        seconds,
                        "webhook-signature",
                        "v1," + base64(secret, EVENT + "." + seconds + "." + body));
            case FRAMER ->
                Map.of(
                        "framer-webhook-submission-id",
                        FRAMER_ID,
                        "framer-signature",
                        "sha256=" + hex(secret, body + FRAMER_ID));
            case CAL_COM -> Map.of("x-cal-signature-256", hex(secret, body));
            case WPFORMS ->
                Map.of("x-wpforms-webhook-signature", "t=" + seconds + ",v=" + hex(secret, seconds + "." + body));
            case FORMSPREE ->
                Map.of("formspree-signature", "t=" + seconds + ",v1=" + hex(secret, seconds + "." + body));
            case CALENDLY ->
                Map.of("calendly-webhook-signature", "t=" + seconds + ",v1=" + hex(secret, seconds + "." + body));
            case NETLIFY -> Map.of("x-webhook-signature", jws(secret, "HS256", "netlify", body));
            default -> throw new IllegalArgumentException(sender + " does not sign");
        };
    }

    /** A JSON web signature as Netlify makes it, or should not. */
    public static String jws(String secret, String algorithm, String issuer, String body) {
        String claims = "{\"iss\":\"%s\",\"sha256\":\"%s\"}"
                .formatted(issuer, HexFormat.of().formatHex(digest(body)));
        String signed = base64Url("{\"alg\":\"%s\",\"typ\":\"JWT\"}".formatted(algorithm)) + "." + base64Url(claims);
        String signature = Base64.getUrlEncoder().withoutPadding().encodeToString(hmac(secret, signed));
        return signed + "." + (algorithm.equals("none") ? "" : signature);
    }

    private static String base64Url(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String hex(String secret, String text) {
        return HexFormat.of().formatHex(hmac(secret, text));
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
