package ghl.gateway.credential.install;

import ghl.gateway.highlevel.settings.HighLevelConfig;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/**
 * Checks the vendor's signature of a webhook: {@code x-ghl-signature}, Ed25519 over the raw body, in base64 (vendor's Webhook
 * Integration Guide). Proves that the vendor sent the event, but not to which app. Created at start, so that an invalid key
 * stops the start.
 */
@Startup
@ApplicationScoped
class WebhookSignature {

    private static final String ALGORITHM = "Ed25519";

    private final PublicKey key;

    WebhookSignature(HighLevelConfig config) {
        this.key = publicKey(config.oauth().webhookKey());
    }

    boolean isValid(byte[] body, String header) {
        if (header == null) {
            return false;
        }
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(key);
            signature.update(body);
            return signature.verify(Base64.getDecoder().decode(header.strip()));
        } catch (GeneralSecurityException | IllegalArgumentException malformed) {
            return false;
        }
    }

    private static PublicKey publicKey(String text) {
        try {
            byte[] encoded = Base64.getDecoder().decode(text.strip());
            return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new ConfigurationException(
                    "HIGHLEVEL_OAUTH_WEBHOOK_KEY must be an Ed25519 public key: use the text between the BEGIN and END lines"
                            + " of the vendor's key, or unset it.");
        }
    }
}
