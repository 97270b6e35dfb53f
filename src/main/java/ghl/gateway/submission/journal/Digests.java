package ghl.gateway.submission.journal;

import ghl.gateway.submission.step.Marker;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import javax.crypto.Mac;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;

/** Keyed digests (HMAC-SHA-256). The key keeps readers of the database from trying out e-mail addresses. */
public final class Digests {

    static final int KEY_BYTES = 32;

    private final byte[] key;

    Digests(byte[] key) {
        this.key = key;
    }

    /**
     * The marker of a step. It is not stored, but derived from the submission id, the step number and the journal's
     * secret.
     */
    public Marker marker(String submissionId, int step) {
        return Marker.of(of("marker", (submissionId + "/" + step).getBytes(StandardCharsets.UTF_8)));
    }

    /** @param purpose separates digests of different things */
    private byte[] of(String purpose, byte[] content) {
        Mac mac = HmacUtils.getInitializedMac(HmacAlgorithms.HMAC_SHA_256, key);
        mac.update(purpose.getBytes(StandardCharsets.UTF_8));
        mac.update((byte) 0);
        return mac.doFinal(content);
    }

    /** A digest as 64 hexadecimal characters. */
    String hex(String purpose, byte[] content) {
        return HexFormat.of().formatHex(of(purpose, content));
    }

    String hex(String purpose, String content) {
        return hex(purpose, content.getBytes(StandardCharsets.UTF_8));
    }
}
