package ghl.gateway.storage.sqlite;

import ghl.gateway.storage.StorageException;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;

/** SQLite's result codes in words. Its own messages name tables and columns but hold no values. */
final class SqliteErrorTranslator {

    private static final int PRIMARY = 0xff;

    private SqliteErrorTranslator() {}

    static StorageException of(SQLException error) {
        return new StorageException("The database cannot do this: " + reason(error), error);
    }

    private static String reason(SQLException error) {
        return switch (SQLiteErrorCode.getErrorCode(error.getErrorCode() & PRIMARY)) {
            case SQLITE_FULL -> "the disk is full";
            case SQLITE_READONLY, SQLITE_PERM, SQLITE_CANTOPEN -> "the file cannot be written";
            case SQLITE_IOERR -> "the disk reports an error, or is full";
            case SQLITE_CORRUPT, SQLITE_NOTADB -> "the file is damaged";
            case SQLITE_BUSY, SQLITE_LOCKED -> "another program holds the file";
            case SQLITE_CONSTRAINT -> "a rule of the table forbids it";
            default -> error.getMessage();
        };
    }
}
