package ghl.gateway.intake.sender;

import ghl.gateway.intake.body.RequestBody;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Signatures of the form {@code t=SECONDS,v1=HEX}: hexadecimal HMAC-SHA256 of the timestamp, a dot and the body. The header
 * may contain several signatures while the sender rotates its secret. The secret is used as text.
 *
 * @param part name of the part that contains a signature, such as {@code v1}
 * @param signed what the sender signs after the timestamp: the body's bytes, except for senders that sign another form of it
 */
record TimedSignature(String header, String part, Function<RequestBody, byte[]> signed) implements Signature {

    TimedSignature(String header, String part) {
        this(header, part, RequestBody::bytes);
    }

    @Override
    public Verdict check(RequestBody request, String secret, Instant now) {
        String received = request.header(header);
        if (received == null || received.isBlank()) {
            return Verdict.MISSING;
        }
        List<String> times = parts(received, "t").toList();
        if (times.size() != 1) {
            return Verdict.WRONG;
        }
        String time = times.get(0);
        String expected = HexFormat.of().formatHex(Hmac.sha256(secret, Hmac.bytes(time + "."), signed.apply(request)));
        Verdict verdict = Signature.anyValid(parts(received, part).map(one -> Signature.compare(expected, one)));
        return Signature.expire(verdict, time, ChronoUnit.SECONDS, now);
    }

    private static Stream<String> parts(String header, String name) {
        return Arrays.stream(header.split(","))
                .map(String::strip)
                .filter(text -> text.startsWith(name + "="))
                .map(text -> text.substring(name.length() + 1));
    }
}
