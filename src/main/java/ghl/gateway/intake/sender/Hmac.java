package ghl.gateway.intake.sender;

import java.nio.charset.StandardCharsets;
import javax.crypto.Mac;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;

/** HMAC-SHA256 over several parts, as if they were one. */
final class Hmac {

    private Hmac() {}

    /** @param secret used as text */
    static byte[] sha256(String secret, byte[]... parts) {
        return sha256(bytes(secret), parts);
    }

    static byte[] sha256(byte[] key, byte[]... parts) {
        Mac mac = HmacUtils.getInitializedMac(HmacAlgorithms.HMAC_SHA_256, key);
        for (byte[] part : parts) {
            mac.update(part);
        }
        return mac.doFinal();
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
