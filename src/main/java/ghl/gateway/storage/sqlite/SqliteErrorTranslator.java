package ghl.gateway.storage.sqlite;

import ghl.gateway.storage.StorageException;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;

/** Translates SQLite's result codes. SQLite's own messages contain table and column names, but no values. */
final class SqliteErrorTranslator {

    private static final int PRIMARY = 0xff;

    private SqliteErrorTranslator() {}

    static StorageException translate(SQLException error) {
        return new StorageException("Database error: " + reason(error), error);
    }

    private static String reason(SQLException error) {
        return switch (SQLiteErrorCode.getErrorCode(error.getErrorCode() & PRIMARY)) {
            case SQLITE_FULL -> "the disk is full";
            case SQLITE_READONLY, SQLITE_PERM, SQLITE_CANTOPEN -> "the file is not writable";
            case SQLITE_IOERR -> "the disk failed or is full";
            case SQLITE_CORRUPT, SQLITE_NOTADB -> "the file is damaged";
            case SQLITE_BUSY, SQLITE_LOCKED -> "another process has locked the file";
            case SQLITE_CONSTRAINT -> "a constraint is violated";
            default -> error.getMessage();
        };
    }
}
