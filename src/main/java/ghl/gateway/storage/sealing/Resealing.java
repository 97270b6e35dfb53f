package ghl.gateway.storage.sealing;

import ghl.gateway.storage.Database;
import ghl.gateway.storage.Row;
import ghl.gateway.storage.StorageException;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Seals everything with the first key that was sealed with another one. Others may work on the same rows meanwhile. */
final class Resealing {

    private static final int AT_ONCE = 200;

    /** What was kept before there was a key begins with it. */
    private static final byte CLEAR = 0;

    private record Found(List<Object> key, byte[] kept, String context) {}

    private final Database database;
    private final TinkSealing sealing;

    Resealing(Database database, TinkSealing sealing) {
        this.database = database;
        this.sealing = sealing;
    }

    /**
     * @return how many values it was
     * @throws ConfigurationException when one of them was sealed with a key that is not among those given
     */
    long run(Iterable<SealedColumn> columns) {
        long all = 0;
        for (SealedColumn column : columns) {
            for (List<Found> some = find(column); !some.isEmpty(); some = find(column)) {
                List<Found> batch = some;
                database.write(transaction -> {
                    batch.forEach(found -> transaction.update(update(column), parameters(found)));
                    return null;
                });
                all += batch.size();
            }
        }
        if (all > 0) {
            database.scrub();
        }
        return all;
    }

    private List<Found> find(SealedColumn column) {
        String sql = "SELECT " + String.join(", ", column.key()) + ", " + column.column() + " FROM " + column.table()
                + " WHERE " + column.column() + " IS NOT NULL AND substr(" + column.column() + ", 1, 5) <> ? LIMIT "
                + AT_ONCE;
        return database.read(transaction -> transaction.list(sql, row -> found(column, row), sealing.mark()));
    }

    private static Found found(SealedColumn column, Row row) {
        return new Found(
                column.keyOf().apply(row),
                row.bytes(column.column()),
                column.contextOf().apply(row));
    }

    /** Not over what somebody else has written since. */
    private static String update(SealedColumn column) {
        return "UPDATE " + column.table() + " SET " + column.column() + " = ? WHERE "
                + column.key().stream().map(name -> name + " = ? AND ").collect(Collectors.joining()) + column.column()
                + " = ?";
    }

    private Object[] parameters(Found found) {
        List<Object> parameters = new ArrayList<>();
        parameters.add(sealing.seal(clear(found), found.context()));
        parameters.addAll(found.key());
        parameters.add(found.kept());
        return parameters.toArray();
    }

    private byte[] clear(Found found) {
        byte[] kept = found.kept();
        if (kept.length > 0 && kept[0] == CLEAR) {
            return Arrays.copyOfRange(kept, 1, kept.length);
        }
        try {
            return sealing.open(kept, found.context());
        } catch (StorageException unknownKey) {
            throw new ConfigurationException("The database holds what none of the given master keys opens ("
                    + found.context() + "): add the key that it was sealed with after the first one in"
                    + " GATEWAY_MASTER_KEY.");
        }
    }
}
