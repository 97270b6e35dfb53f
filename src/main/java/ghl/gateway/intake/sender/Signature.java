package ghl.gateway.intake.sender;

import ghl.gateway.intake.body.RequestBody;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** How a sender proves that a body is its own. Compares in constant time. */
@FunctionalInterface
public interface Signature {

    /** How far the time of signing may be from ours, where the sender signs it. */
    Duration WINDOW = Duration.ofMinutes(5);

    /** What a look at the signature shows. */
    enum Verdict {
        VALID,
        /** The header, or one that belongs to it, is not there. */
        MISSING,
        /** Another secret, or other bytes. */
        WRONG,
        /** The signature may be right and the time of signing is too far from now: an old body, sent again. */
        OUT_OF_TIME
    }

    /** @param secret as the sender shows it */
    Verdict check(RequestBody posted, String secret, Instant now);

    private static Verdict verdict(boolean valid) {
        return valid ? Verdict.VALID : Verdict.WRONG;
    }

    /** @param given as the header has it */
    static Verdict compare(String expected, String given) {
        return verdict(MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8)));
    }

    static boolean isInWindow(String time, ChronoUnit unit, Instant now) {
        try {
            Instant signed = Instant.EPOCH.plus(Long.parseLong(time), unit);
            return Duration.between(signed, now).abs().compareTo(WINDOW) <= 0;
        } catch (NumberFormatException | ArithmeticException | DateTimeException e) {
            return false;
        }
    }
}
