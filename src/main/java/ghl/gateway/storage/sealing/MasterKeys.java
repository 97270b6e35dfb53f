package ghl.gateway.storage.sealing;

import ghl.gateway.storage.PrivateFiles;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * Master keys. The first one seals, and each can open.
 *
 * @param keys at least one, 32 bytes each, all different
 */
record MasterKeys(List<byte[]> keys) {

    static final int BYTES = 32;

    static final String HOW_TO_CREATE =
            "create one with `openssl rand -base64 32`, keep a copy apart from the database, and"
                    + " set it as GATEWAY_MASTER_KEY, or its file as GATEWAY_MASTER_KEY_FILE.";

    /**
     * @param text base64 keys, separated by commas or white space
     * @param source name of the setting or file, for messages
     * @throws ConfigurationException when a key is invalid; does not quote the text
     */
    static MasterKeys parse(String text, String source) {
        List<byte[]> keys = new ArrayList<>();
        for (String part : text.split("[,\\s]+")) {
            if (!part.isEmpty()) {
                add(keys, part, source);
            }
        }
        if (keys.isEmpty()) {
            throw new ConfigurationException(source + " contains no key: " + HOW_TO_CREATE);
        }
        return new MasterKeys(List.copyOf(keys));
    }

    /** @throws ConfigurationException when the file is not readable or contains no valid keys */
    static MasterKeys read(Path file) {
        try {
            return parse(Files.readString(file, StandardCharsets.US_ASCII), "The file " + file);
        } catch (IOException e) {
            throw new ConfigurationException(
                    "GATEWAY_MASTER_KEY_FILE (" + file + ") is not readable: " + HOW_TO_CREATE);
        }
    }

    /** Reads the file, or creates it with a new key. An empty file is left from an interrupted start. */
    static MasterKeys readOrCreate(Path file) {
        if (file.toFile().length() == 0) {
            create(file);
        }
        return read(file);
    }

    private static void create(Path file) {
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        try {
            PrivateFiles.createDirectories(file.getParent());
            if (!Files.exists(file)) {
                PrivateFiles.createFile(file);
            }
            Files.writeString(file, Base64.getEncoder().encodeToString(key) + "\n", StandardOpenOption.SYNC);
        } catch (FileAlreadyExistsException createdMeanwhile) {
            // Another process has created a key, which is used instead.
        } catch (IOException e) {
            throw new ConfigurationException("The key file " + file + " cannot be created (" + e.getMessage()
                    + "): set GATEWAY_MASTER_KEY instead.");
        }
    }

    private static void add(List<byte[]> keys, String text, String source) {
        byte[] key = decode(text, source);
        if (key.length != BYTES) {
            throw new ConfigurationException(
                    source + " contains a key of " + key.length + " bytes instead of " + BYTES + ": " + HOW_TO_CREATE);
        }
        if (keys.stream().anyMatch(known -> Arrays.equals(known, key))) {
            throw new ConfigurationException(source + " contains the same key twice: remove one of them.");
        }
        keys.add(key);
    }

    private static byte[] decode(String text, String source) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException notBase64) {
            throw new ConfigurationException(source + " contains a key that is not valid base64: " + HOW_TO_CREATE);
        }
    }

    /** Keeps the keys out of logs and messages. */
    @Override
    public String toString() {
        return keys.size() == 1 ? "1 key" : keys.size() + " keys";
    }
}
