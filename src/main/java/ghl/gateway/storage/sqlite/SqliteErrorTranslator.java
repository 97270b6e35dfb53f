package ghl.gateway.storage.sqlite;

import ghl.gateway.storage.OutageReason;
import ghl.gateway.storage.StorageException;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;

/** Translates SQLite's result codes. SQLite's own messages contain table and column names, but no values. */
public final class SqliteErrorTranslator {

    private static final int PRIMARY = 0xff;

    private SqliteErrorTranslator() {}

    public static StorageException translate(SQLException error) {
        SQLiteErrorCode code = SQLiteErrorCode.getErrorCode(error.getErrorCode() & PRIMARY);
        OutageReason outage = outage(code);
        String reason = outage != null
                ? outage.text()
                : code == SQLiteErrorCode.SQLITE_CONSTRAINT ? "a constraint is violated" : error.getMessage();
        return new StorageException("Database error: " + reason, error, outage);
    }

    private static OutageReason outage(SQLiteErrorCode code) {
        return switch (code) {
            case SQLITE_FULL -> OutageReason.DISK_FULL;
            case SQLITE_READONLY, SQLITE_PERM, SQLITE_CANTOPEN -> OutageReason.NOT_WRITABLE;
            case SQLITE_IOERR -> OutageReason.DISK_FAILED;
            case SQLITE_CORRUPT, SQLITE_NOTADB -> OutageReason.DAMAGED;
            case SQLITE_BUSY, SQLITE_LOCKED -> OutageReason.LOCKED;
            default -> null;
        };
    }
}
