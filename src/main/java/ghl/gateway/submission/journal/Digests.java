package ghl.gateway.submission.journal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Keyed digests (HMAC-SHA-256). The key keeps readers of the database from trying out e-mail addresses. */
public final class Digests {

    static final int KEY_BYTES = 32;

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    Digests(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /** @param purpose separates digests of different things */
    byte[] of(String purpose, byte[] content) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(purpose.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return mac.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has " + ALGORITHM, e);
        }
    }

    /** 64 characters. */
    String hex(String purpose, byte[] content) {
        return HexFormat.of().formatHex(of(purpose, content));
    }

    String hex(String purpose, String content) {
        return hex(purpose, content.getBytes(StandardCharsets.UTF_8));
    }
}
