package ghl.gateway.intake.sender;

import ghl.gateway.intake.body.RequestBody;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;

/** A sender's signature of its requests. Compares in constant time. */
public interface Signature {

    /** Maximum difference between a signed timestamp and the current time. */
    Duration TOLERANCE = Duration.ofMinutes(5);

    enum Verdict {
        VALID,
        /** The signature, or a header that belongs to it, is absent. */
        MISSING,
        /** Made with a different secret, or for a different body. */
        WRONG,
        /** Valid, but its timestamp is outside the tolerance: possibly a replay. */
        EXPIRED
    }

    /** The header that contains the signature; empty when the body contains it. */
    String header();

    /**
     * Whether a request has a signature or secret of this kind, valid or not.
     *
     * @throws ghl.gateway.intake.body.MalformedBodyException when the body must be parsed, and cannot be
     */
    default boolean isIn(RequestBody request) {
        return request.header(header()) != null;
    }

    /**
     * @param secret as the sender displays it
     * @throws ghl.gateway.intake.body.MalformedBodyException when the body must be parsed to check it, and cannot be
     */
    Verdict check(RequestBody request, String secret, Instant now);

    static Verdict compare(String expected, String received) {
        boolean isEqual = MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.UTF_8), received.getBytes(StandardCharsets.UTF_8));
        return isEqual ? Verdict.VALID : Verdict.WRONG;
    }

    /** Looks at all verdicts, so that the time taken does not depend on which one is valid. */
    static Verdict anyValid(Stream<Verdict> verdicts) {
        return verdicts.reduce(Verdict.WRONG, (any, one) -> one == Verdict.VALID ? one : any);
    }

    /** The verdict on a signature, given its signed timestamp. */
    static Verdict expire(Verdict verdict, String time, ChronoUnit unit, Instant now) {
        return verdict == Verdict.VALID && !isRecent(time, unit, now) ? Verdict.EXPIRED : verdict;
    }

    private static boolean isRecent(String time, ChronoUnit unit, Instant now) {
        try {
            Instant signed = Instant.EPOCH.plus(Long.parseLong(time), unit);
            return Duration.between(signed, now).abs().compareTo(TOLERANCE) <= 0;
        } catch (NumberFormatException | ArithmeticException | DateTimeException e) {
            return false;
        }
    }
}
