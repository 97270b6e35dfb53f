package ghl.gateway.credential.install;

import ghl.gateway.highlevel.settings.HighLevelConfig;
import ghl.gateway.storage.Database;
import ghl.gateway.storage.Sealing;
import ghl.gateway.storage.StorageException;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The {@code state} that goes to the consent page and comes back: it says that this gateway asked, not long ago, the
 * browser that it gave a cookie. It is taken once.
 */
@ApplicationScoped
class Consent {

    private static final String CONTEXT = "oauth/state";
    private static final int NONCE_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** @param cookie what the browser must bring back beside the state */
    record Asked(String state, String cookie) {}

    private final Sealing sealing;
    private final Database database;
    private final UsedConsentStore store;
    private final Duration time;
    private final Clock clock;

    Consent(Sealing sealing, Database database, UsedConsentStore store, HighLevelConfig config, Clock clock) {
        this.sealing = sealing;
        this.database = database;
        this.store = store;
        this.time = config.oauth().consentTime();
        this.clock = clock;
    }

    Duration time() {
        return time;
    }

    Asked ask() {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        byte[] clear = ByteBuffer.allocate(NONCE_BYTES + Long.BYTES)
                .put(nonce)
                .putLong(clock.instant().plus(time).toEpochMilli())
                .array();
        String state = Base64.getUrlEncoder().withoutPadding().encodeToString(sealing.seal(clear, CONTEXT));
        return new Asked(state, HexFormat.of().formatHex(nonce));
    }

    /**
     * Takes a state that came back; afterwards it is worth nothing.
     *
     * @param cookie null when the browser brought none
     * @throws InstallProblem.Found when this gateway did not ask this browser, or it took too long, or it comes again
     */
    void take(String state, String cookie) {
        ByteBuffer opened = ByteBuffer.wrap(opened(state));
        byte[] nonce = new byte[NONCE_BYTES];
        opened.get(nonce);
        Instant end = Instant.ofEpochMilli(opened.getLong());
        String expected = HexFormat.of().formatHex(nonce);
        if (cookie == null || !isSame(expected, cookie)) {
            throw InstallProblem.ANOTHER_BROWSER.exception();
        }
        if (clock.instant().isAfter(end)) {
            throw InstallProblem.TOO_LATE.exception();
        }
        if (!database.write(transaction -> store.use(transaction, expected, end, clock.instant()))) {
            throw InstallProblem.USED.exception();
        }
    }

    private byte[] opened(String state) {
        if (state == null || state.isBlank()) {
            throw InstallProblem.FOREIGN_STATE.exception();
        }
        try {
            return sealing.open(Base64.getUrlDecoder().decode(state), CONTEXT);
        } catch (IllegalArgumentException | StorageException foreign) {
            throw InstallProblem.FOREIGN_STATE.exception();
        }
    }

    private static boolean isSame(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.UTF_8));
    }
}
