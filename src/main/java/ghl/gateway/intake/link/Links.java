package ghl.gateway.intake.link;

import ghl.gateway.form.definition.SenderType;
import ghl.gateway.storage.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Creates, lists, finds and revokes links. Blocks.
 *
 * <p>Links are looked up by the digest of their secret, so that timing reveals nothing about it. 256 random bits need no slow
 * hash function.
 */
@ApplicationScoped
public class Links {

    private static final int SECRET_BYTES = 32;
    private static final int ID_BYTES = 6;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Database database;
    private final Clock clock;
    private final LinkStore store = new LinkStore();

    Links(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A new link with its secret, which cannot be retrieved later. */
    public record CreatedLink(Link link, String secret) {}

    public CreatedLink create(String actor, String form, SenderType sender) {
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(random(SECRET_BYTES));
        Instant now = clock.instant();
        Link link = new Link(HexFormat.of().formatHex(random(ID_BYTES)), form, sender, now, actor, null);
        database.write(transaction -> {
            store.insert(transaction, link, DigestUtils.sha256Hex(secret));
            store.audit(transaction, now, actor, "link created", form + " " + link.id());
            return null;
        });
        return new CreatedLink(link, secret);
    }

    /** Oldest first, including revoked links. */
    public List<Link> list(String form) {
        return database.read(transaction -> store.list(transaction, form));
    }

    /** @return false when the form has no such active link */
    public boolean revoke(String actor, String form, String id) {
        return database.write(transaction -> {
            Instant now = clock.instant();
            boolean revoked = store.revoke(transaction, form, id, now);
            if (revoked) {
                store.audit(transaction, now, actor, "link revoked", form + " " + id);
            }
            return revoked;
        });
    }

    /** The sender type of an active link; empty for an unknown or revoked one. */
    public Optional<SenderType> sender(String form, String secret) {
        return database.read(transaction -> store.findActive(transaction, form, DigestUtils.sha256Hex(secret)))
                .map(Link::sender);
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
