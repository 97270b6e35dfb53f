package ghl.gateway.credential.install;

import ghl.gateway.highlevel.settings.HighLevelConfig;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/**
 * The vendor's signature of a webhook: {@code x-ghl-signature}, Ed25519 over the body's bytes, in base64 (Webhook Integration
 * Guide). It says that the vendor sent it, to some app of anybody.
 */
@ApplicationScoped
class WebhookSignature {

    private static final String ALGORITHM = "Ed25519";

    private final PublicKey key;

    WebhookSignature(HighLevelConfig config) {
        this.key = key(config.oauth().webhookKey());
    }

    /** Makes a wrong key stop the start rather than every uninstall. */
    void check(@Observes StartupEvent start) {}

    /** @param given null when there is none */
    boolean isOf(byte[] body, String given) {
        if (given == null) {
            return false;
        }
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(key);
            signature.update(body);
            return signature.verify(Base64.getDecoder().decode(given.strip()));
        } catch (GeneralSecurityException | IllegalArgumentException noSignature) {
            return false;
        }
    }

    private static PublicKey key(String text) {
        try {
            byte[] encoded = Base64.getDecoder().decode(text.strip());
            return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new ConfigurationException(
                    "HIGHLEVEL_OAUTH_WEBHOOK_KEY is no Ed25519 public key: give what stands between"
                            + " the lines BEGIN and END of the vendor's, or unset it.");
        }
    }
}
