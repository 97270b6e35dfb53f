package ghl.gateway.storage.sealing;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.util.SecretBytes;
import ghl.gateway.storage.Sealing;
import ghl.gateway.storage.StorageException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;

/** AES-256-GCM by Tink. What is sealed begins with {@link #mark()}, by which the key that sealed it is found again. */
final class TinkSealing implements Sealing {

    private static final int MARK_BYTES = 5;

    /** What Tink puts before the id of the key. */
    private static final byte TINK = 1;

    private final Aead aead;
    private final byte[] mark;

    TinkSealing(MasterKeys keys) {
        try {
            AeadConfig.register();
            KeysetHandle.Builder keyset = KeysetHandle.newBuilder();
            for (byte[] key : keys.keys()) {
                KeysetHandle.Builder.Entry entry = KeysetHandle.importKey(tinkKey(key));
                keyset.addEntry(key == keys.keys().get(0) ? entry.makePrimary() : entry);
            }
            this.aead = keyset.build().getPrimitive(RegistryConfiguration.get(), Aead.class);
            this.mark = mark(keys.keys().get(0));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Tink refuses keys of " + MasterKeys.BYTES + " bytes", e);
        }
    }

    @Override
    public byte[] seal(byte[] clear, String context) {
        try {
            return aead.encrypt(clear, bytes(context));
        } catch (GeneralSecurityException e) {
            throw new StorageException("This could not be sealed: " + context, e);
        }
    }

    @Override
    public byte[] open(byte[] sealed, String context) {
        try {
            return aead.decrypt(sealed, bytes(context));
        } catch (GeneralSecurityException e) {
            throw new StorageException(
                    "This was sealed with a key that the gateway does not have, or was changed or moved since: "
                            + context,
                    e);
        }
    }

    /** The first bytes of all that is sealed now. */
    byte[] mark() {
        return mark.clone();
    }

    private static AesGcmKey tinkKey(byte[] key) throws GeneralSecurityException {
        return AesGcmKey.builder()
                .setParameters(AesGcmParameters.builder()
                        .setKeySizeBytes(MasterKeys.BYTES)
                        .setIvSizeBytes(12)
                        .setTagSizeBytes(16)
                        .setVariant(AesGcmParameters.Variant.TINK)
                        .build())
                .setKeyBytes(SecretBytes.copyFrom(key, InsecureSecretKeyAccess.get()))
                .setIdRequirement(id(key))
                .build();
    }

    private static byte[] mark(byte[] key) throws GeneralSecurityException {
        return ByteBuffer.allocate(MARK_BYTES).put(TINK).putInt(id(key)).array();
    }

    /** The same key has the same number everywhere; from it nothing can be told about the key. */
    private static int id(byte[] key) throws GeneralSecurityException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update(bytes("number of a master key"));
        return ByteBuffer.wrap(Arrays.copyOf(digest.digest(key), Integer.BYTES)).getInt();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
