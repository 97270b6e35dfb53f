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
 * The {@code state} parameter of a consent. It proves that this gateway sent this browser to the consent page a short time
 * ago, and works once.
 */
@ApplicationScoped
class Consent {

    private static final String CONTEXT = "oauth/state";
    private static final int NONCE_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** @param cookie what the browser must return together with the state */
    record Started(String state, String cookie) {}

    private final Sealing sealing;
    private final Database database;
    private final UsedConsentStore store;
    private final Duration validity;
    private final Clock clock;

    Consent(Sealing sealing, Database database, UsedConsentStore store, HighLevelConfig config, Clock clock) {
        this.sealing = sealing;
        this.database = database;
        this.store = store;
        this.validity = config.oauth().consentTime();
        this.clock = clock;
    }

    Duration validity() {
        return validity;
    }

    Started start() {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        byte[] clear = ByteBuffer.allocate(NONCE_BYTES + Long.BYTES)
                .put(nonce)
                .putLong(clock.instant().plus(validity).toEpochMilli())
                .array();
        String state = Base64.getUrlEncoder().withoutPadding().encodeToString(sealing.seal(clear, CONTEXT));
        return new Started(state, HexFormat.of().formatHex(nonce));
    }

    /**
     * Accepts a returned state and marks it as used.
     *
     * @param cookie null when the browser sent none
     * @throws InstallProblem.Failure when the state is not from this gateway, from another browser, expired or used
     */
    void redeem(String state, String cookie) {
        ByteBuffer opened = ByteBuffer.wrap(open(state));
        byte[] nonce = new byte[NONCE_BYTES];
        opened.get(nonce);
        Instant expiresAt = Instant.ofEpochMilli(opened.getLong());
        String expectedCookie = HexFormat.of().formatHex(nonce);
        if (cookie == null || !isEqual(expectedCookie, cookie)) {
            throw InstallProblem.ANOTHER_BROWSER.exception();
        }
        if (clock.instant().isAfter(expiresAt)) {
            throw InstallProblem.TOO_LATE.exception();
        }
        if (!database.write(transaction -> store.markUsed(transaction, expectedCookie, expiresAt, clock.instant()))) {
            throw InstallProblem.USED.exception();
        }
    }

    private byte[] open(String state) {
        if (state == null || state.isBlank()) {
            throw InstallProblem.FOREIGN_STATE.exception();
        }
        try {
            return sealing.open(Base64.getUrlDecoder().decode(state), CONTEXT);
        } catch (IllegalArgumentException | StorageException foreign) {
            throw InstallProblem.FOREIGN_STATE.exception();
        }
    }

    private static boolean isEqual(String expected, String actual) {
        return MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.US_ASCII), actual.getBytes(StandardCharsets.UTF_8));
    }
}
