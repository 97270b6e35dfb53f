package ghl.gateway.intake.sender;

import ghl.gateway.intake.body.RequestBody;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * HMAC-SHA256 of the body with a prefix, in base64 or hexadecimal. The secret is used as text. No timestamp is signed, so an
 * old request can be replayed; its event id then makes it a repeat.
 *
 * <p>Typeform: {@code Typeform-Signature: sha256=…} (page "Secure your webhooks"). Tally: {@code Tally-Signature: …} (help
 * page "Webhooks"). Tally's example signs the parsed body serialized again by JavaScript, which equals the bytes received
 * only if Tally serializes them the same way. This was not verified with a real account.
 *
 * @param idHeader another header, whose value is signed directly after the body; null for none. It must be a UUID:
 *     otherwise the end of a body could be moved into the header
 */
record BodySignature(String header, String prefix, Function<byte[], String> encoding, String idHeader)
        implements Signature {

    private static final Pattern UUID = Pattern.compile("[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}");

    BodySignature(String header, String prefix) {
        this(header, prefix, Base64.getEncoder()::encodeToString, null);
    }

    static BodySignature hexadecimal(String header, String prefix, String idHeader) {
        return new BodySignature(header, prefix, HexFormat.of()::formatHex, idHeader);
    }

    @Override
    public Verdict check(RequestBody request, String secret, Instant now) {
        String received = request.header(header);
        String id = idHeader == null ? "" : request.header(idHeader);
        if (received == null || received.isBlank() || id == null) {
            return Verdict.MISSING;
        }
        if (idHeader != null && !UUID.matcher(id).matches()) {
            return Verdict.WRONG;
        }
        byte[] expected = Hmac.sha256(secret, request.bytes(), Hmac.bytes(id));
        return Signature.compare(prefix + encoding.apply(expected), received.strip());
    }
}
