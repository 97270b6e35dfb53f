package ghl.gateway.credential.install;

import ghl.gateway.audit.AuditStore;
import ghl.gateway.highlevel.settings.HighLevelConfig;
import ghl.gateway.storage.Database;
import ghl.gateway.storage.Sealing;
import ghl.gateway.storage.StorageException;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/**
 * Links that let a browser start an install when the gateway requires API keys: a browser that opens a page sends no key, so
 * an operator requests such a link and opens it within a few minutes.
 */
@ApplicationScoped
public class Invitations {

    private static final String CONTEXT = "oauth/invitation";

    private final Sealing sealing;
    private final Database database;
    private final AuditStore audit;
    private final Duration validity;
    private final Clock clock;

    Invitations(Sealing sealing, Database database, AuditStore audit, HighLevelConfig config, Clock clock) {
        this.sealing = sealing;
        this.database = database;
        this.audit = audit;
        this.validity = config.oauth().consentTime();
        this.clock = clock;
    }

    /**
     * Creates an invitation. It is recorded in the audit log first, so that none exists without a record.
     *
     * @param actor the operator, for the audit log
     * @return a path with a query, for a browser
     */
    public String create(String actor) {
        Instant now = clock.instant();
        database.write(transaction -> {
            audit.add(transaction, new AuditStore.Entry(now, actor, "invite to connect", null, null));
            return null;
        });
        byte[] expiresAt = ByteBuffer.allocate(Long.BYTES)
                .putLong(now.plus(validity).toEpochMilli())
                .array();
        return "/oauth/install?invitation="
                + Base64.getUrlEncoder().withoutPadding().encodeToString(sealing.seal(expiresAt, CONTEXT));
    }

    boolean isValid(String invitation) {
        if (invitation == null) {
            return false;
        }
        try {
            byte[] expiresAt = sealing.open(Base64.getUrlDecoder().decode(invitation), CONTEXT);
            return clock.instant()
                    .isBefore(Instant.ofEpochMilli(ByteBuffer.wrap(expiresAt).getLong()));
        } catch (IllegalArgumentException | StorageException foreign) {
            return false;
        }
    }
}
