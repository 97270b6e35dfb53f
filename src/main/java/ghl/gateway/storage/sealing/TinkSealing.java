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
import org.apache.commons.codec.digest.DigestUtils;

/** AES-256-GCM with Tink. A sealed value begins with {@link #mark()}, which identifies its key. */
final class TinkSealing implements Sealing {

    private static final int MARK_BYTES = 5;

    /** Tink writes it before the key's ID. */
    private static final byte TINK_PREFIX = 1;

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
            throw new IllegalStateException("Tink rejects keys of " + MasterKeys.BYTES + " bytes", e);
        }
    }

    @Override
    public byte[] seal(byte[] clear, String context) {
        try {
            return aead.encrypt(clear, bytes(context));
        } catch (GeneralSecurityException e) {
            throw new StorageException("Sealing failed: " + context, e);
        }
    }

    @Override
    public byte[] open(byte[] sealed, String context) {
        try {
            return aead.decrypt(sealed, bytes(context));
        } catch (GeneralSecurityException e) {
            throw new StorageException(
                    "A sealed value cannot be opened: its key is missing, or the value was changed or moved: "
                            + context,
                    e);
        }
    }

    /** First bytes of every value that the first key seals. */
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

    private static byte[] mark(byte[] key) {
        return ByteBuffer.allocate(MARK_BYTES).put(TINK_PREFIX).putInt(id(key)).array();
    }

    /** The same key has the same ID on every gateway. The ID reveals nothing about the key. */
    private static int id(byte[] key) {
        MessageDigest digest = DigestUtils.updateDigest(DigestUtils.getSha256Digest(), "number of a master key");
        return ByteBuffer.wrap(digest.digest(key)).getInt();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
