package ghl.gateway.access.key;

import ghl.gateway.storage.Database;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Makes, lists and revokes keys. Each change leaves a row in the audit. Blocks. */
public final class Keys {

    private final Database database;
    private final Clock clock;
    private final KeyStore store = new KeyStore();

    public Keys(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Makes a key.
     *
     * @param actor who wants it, for the audit
     * @return the key itself, which nobody can find out again
     */
    public ApiKeyText create(String actor, NewKey order) {
        ApiKeyText text = ApiKeyText.random(order.kind());
        insert(actor, text, order, text.id());
        return text;
    }

    /**
     * Makes another key with the rights of one that holds, for the same caller. Both hold until the old one is revoked.
     *
     * @return the key itself, which nobody can find out again
     * @throws IllegalArgumentException with a sentence, when there is no such key
     */
    public ApiKeyText rotate(String actor, String id) {
        AccessKey old = valid(id);
        ApiKeyText text = ApiKeyText.random(old.kind());
        NewKey same = new NewKey(
                old.kind(), old.label(), old.roles(), old.locations(), old.form(), old.origins(), old.rates());
        insert(actor, text, same, old.holder());
        return text;
    }

    /** @throws IllegalArgumentException with a sentence, when there is no such key */
    public void revoke(String actor, String id) {
        AccessKey key = valid(id);
        database.write(transaction -> {
            Instant now = clock.instant();
            store.revoke(transaction, key.id(), now);
            store.audit(transaction, now, actor, "key revoked", key.toString());
            return null;
        });
    }

    /** Oldest first, revoked ones among them. */
    public List<AccessKey> list() {
        return database.read(store::all);
    }

    private AccessKey valid(String id) {
        return database.read(transaction -> store.find(transaction, id))
                .filter(key -> !key.isRevoked())
                .orElseThrow(() -> new IllegalArgumentException("There is no valid key with the id " + id));
    }

    private void insert(String actor, ApiKeyText text, NewKey order, String holder) {
        Instant now = clock.instant();
        AccessKey key = new AccessKey(
                text.id(),
                order.kind(),
                text.digest(),
                holder,
                order.label(),
                order.roles(),
                order.locations(),
                order.form(),
                order.origins(),
                order.rates(),
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
