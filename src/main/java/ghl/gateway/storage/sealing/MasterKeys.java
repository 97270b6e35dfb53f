package ghl.gateway.storage.sealing;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * The keys that open, of which the first one seals.
 *
 * @param keys at least one, 32 bytes each, all different
 */
record MasterKeys(List<byte[]> keys) {

    static final int BYTES = 32;

    /**
     * @param text Base64, separated by commas or line breaks; blank is nothing
     * @param from what the text is called in a message
     * @throws ConfigurationException with a sentence that does not quote the text
     */
    static MasterKeys of(String text, String from) {
        List<byte[]> keys = new ArrayList<>();
        for (String one : text.split("[,\\s]+")) {
            if (!one.isEmpty()) {
                add(keys, one, from);
            }
        }
        if (keys.isEmpty()) {
            throw new ConfigurationException(from + " holds no key: " + HOW_TO_MAKE_ONE);
        }
        return new MasterKeys(List.copyOf(keys));
    }

    static final String HOW_TO_MAKE_ONE = "make one with `openssl rand -base64 32`, keep a copy of it apart from the"
            + " database, and set it as GATEWAY_MASTER_KEY, or its file as GATEWAY_MASTER_KEY_FILE.";

    private static void add(List<byte[]> keys, String text, String from) {
        byte[] key = decoded(text, from);
        if (key.length != BYTES) {
            throw new ConfigurationException(
                    from + " holds a key of " + key.length + " bytes instead of " + BYTES + ": " + HOW_TO_MAKE_ONE);
        }
        if (keys.stream().anyMatch(known -> Arrays.equals(known, key))) {
            throw new ConfigurationException(from + " holds the same key twice: leave one of them out.");
        }
        keys.add(key);
    }

    private static byte[] decoded(String text, String from) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException noBase64) {
            throw new ConfigurationException(from + " holds a key that is no Base64: " + HOW_TO_MAKE_ONE);
        }
    }

    /** The keys stay out of logs and messages. */
    @Override
    public String toString() {
        return keys.size() == 1 ? "1 key" : keys.size() + " keys";
    }
}
