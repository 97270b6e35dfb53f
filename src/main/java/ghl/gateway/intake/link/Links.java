package ghl.gateway.intake.link;

import ghl.gateway.form.definition.SenderType;
import ghl.gateway.storage.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Makes, lists and revokes links, and knows them. Blocks. */
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

    /** A link, and its secret part, which nobody can find out again. */
    public record Made(Link link, String secret) {}

    /** @param actor who wants it, for the audit */
    public Made make(String actor, String form, SenderType sender) {
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(random(SECRET_BYTES));
        Instant now = clock.instant();
        Link link = new Link(HexFormat.of().formatHex(random(ID_BYTES)), form, sender, now, actor, null);
        database.write(transaction -> {
            store.insert(transaction, link, digest(secret));
            store.audit(transaction, now, actor, "link created", form + " " + link.id());
            return null;
        });
        return new Made(link, secret);
    }

    /** Oldest first, revoked ones among them. */
    public List<Link> of(String form) {
        return database.read(transaction -> store.of(transaction, form));
    }

    /** @return false when the form has no such link, or it was revoked before */
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

    /** How to read what is posted to this address; empty when it is none that holds. */
    public Optional<SenderType> sender(String form, String secret) {
        return database.read(transaction -> store.find(transaction, form, digest(secret)))
                .map(Link::sender);
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    /** Found by its digest: how long that takes tells nothing of the secret. 256 random bits need no slow function. */
    private static String digest(String secret) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
