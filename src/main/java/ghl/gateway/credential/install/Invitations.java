package ghl.gateway.credential.install;

import ghl.gateway.highlevel.settings.HighLevelConfig;
import ghl.gateway.storage.Sealing;
import ghl.gateway.storage.StorageException;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/**
 * Lets a browser begin an install where the gateway asks for keys: a browser that opens a page shows none, so whoever may
 * operate asks for such an address and opens it within some minutes.
 */
@ApplicationScoped
public class Invitations {

    private static final String CONTEXT = "oauth/invitation";

    private final Sealing sealing;
    private final Duration time;
    private final Clock clock;

    Invitations(Sealing sealing, HighLevelConfig config, Clock clock) {
        this.sealing = sealing;
        this.time = config.oauth().consentTime();
        this.clock = clock;
    }

    /** A path with a query, for a browser. */
    public String address() {
        byte[] end = ByteBuffer.allocate(Long.BYTES)
                .putLong(clock.instant().plus(time).toEpochMilli())
                .array();
        return "/oauth/install?invitation="
                + Base64.getUrlEncoder().withoutPadding().encodeToString(sealing.seal(end, CONTEXT));
    }

    /** @param invitation null is none */
    boolean holds(String invitation) {
        if (invitation == null) {
            return false;
        }
        try {
            byte[] end = sealing.open(Base64.getUrlDecoder().decode(invitation), CONTEXT);
            return clock.instant()
                    .isBefore(Instant.ofEpochMilli(ByteBuffer.wrap(end).getLong()));
        } catch (IllegalArgumentException | StorageException foreign) {
            return false;
        }
    }
}
