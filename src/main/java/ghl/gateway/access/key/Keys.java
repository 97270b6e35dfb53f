package ghl.gateway.access.key;

import ghl.gateway.storage.Database;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Creates, rotates, lists and revokes keys. Each change is audited. Blocks. */
public final class Keys {

    private final Database database;
    private final Clock clock;
    private final KeyStore store = new KeyStore();

    public Keys(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Creates a key.
     *
     * @param actor recorded in the audit log
     * @return the complete key, which cannot be recovered later
     */
    public ApiKeyText create(String actor, NewKey key) {
        ApiKeyText text = ApiKeyText.random(key.kind());
        insert(actor, text, key, text.id());
        return text;
    }

    /**
     * Creates another key with the same rights for the same caller. Both are valid until the old one is revoked.
     *
     * @return the complete key, which cannot be recovered later
     * @throws IllegalArgumentException when no valid key has this ID
     */
    public ApiKeyText rotate(String actor, String id) {
        AccessKey old = requireValid(id);
        ApiKeyText text = ApiKeyText.random(old.kind());
        NewKey same = new NewKey(
                old.kind(), old.label(), old.roles(), old.locations(), old.form(), old.origins(), old.rates());
        insert(actor, text, same, old.holder());
        return text;
    }

    /** @throws IllegalArgumentException when no valid key has this ID */
    public void revoke(String actor, String id) {
        AccessKey key = requireValid(id);
        database.write(transaction -> {
            Instant now = clock.instant();
            store.revoke(transaction, key.id(), now);
            store.audit(transaction, now, actor, "key revoked", key.toString());
            return null;
        });
    }

    /** All keys including revoked ones, oldest first. */
    public List<AccessKey> list() {
        return database.read(store::all);
    }

    private AccessKey requireValid(String id) {
        return database.read(transaction -> store.find(transaction, id))
                .filter(key -> !key.isRevoked())
                .orElseThrow(() -> new IllegalArgumentException("No valid key has the ID " + id + ": see keys list"));
    }

    private void insert(String actor, ApiKeyText text, NewKey created, String holder) {
        Instant now = clock.instant();
        AccessKey key = new AccessKey(
                text.id(),
                created.kind(),
                text.digest(),
                holder,
                created.label(),
                created.roles(),
                created.locations(),
                created.form(),
                created.origins(),
                created.rates(),
                now,
                null,
                null);
        database.write(transaction -> {
            store.insert(transaction, key);
            store.audit(transaction, now, actor, "key created", key.toString());
            return null;
        });
    }
}
