package ghl.gateway.storage.sealing;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;

/** A file that holds master keys. */
final class KeyFile {

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private KeyFile() {}

    /** @throws ConfigurationException when it cannot be read or holds no keys */
    static MasterKeys read(Path file) {
        try {
            return MasterKeys.of(Files.readString(file, StandardCharsets.US_ASCII), "The file " + file);
        } catch (IOException e) {
            throw new ConfigurationException(
                    "GATEWAY_MASTER_KEY_FILE names " + file + ", which cannot be read: " + MasterKeys.HOW_TO_MAKE_ONE);
        }
    }

    /** Reads it, or makes one with a new key that only its owner can read. An empty one is of a start that was cut off. */
    static MasterKeys readOrMake(Path file) {
        if (file.toFile().length() == 0) {
            make(file);
        }
        return read(file);
    }

    private static void make(Path file) {
        byte[] key = new byte[MasterKeys.BYTES];
        new SecureRandom().nextBytes(key);
        try {
            Files.createDirectories(file.getParent());
            if (!Files.exists(file)) {
                Files.createFile(file, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
            }
            Files.writeString(file, Base64.getEncoder().encodeToString(key) + "\n", StandardOpenOption.SYNC);
        } catch (FileAlreadyExistsException madeByAnother) {
            // It is as good as ours.
        } catch (IOException | UnsupportedOperationException e) {
            throw new ConfigurationException(
                    "The key file " + file + " cannot be made so that only its owner can read it (" + e.getMessage()
                            + "): set GATEWAY_MASTER_KEY instead.");
        }
    }
}
