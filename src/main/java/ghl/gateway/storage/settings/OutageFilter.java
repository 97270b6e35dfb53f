package ghl.gateway.storage.settings;

import ghl.gateway.storage.StorageException;
import ghl.gateway.storage.postgres.PostgresErrorTranslator;
import ghl.gateway.storage.sqlite.SqliteErrorTranslator;
import io.quarkus.logging.LoggingFilter;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import org.postgresql.util.PSQLException;
import org.sqlite.SQLiteException;

/**
 * Drops log records of exceptions that an outage of the database caused, from whatever library: {@link
 * ghl.gateway.storage.StorageOutage} logs the outage once.
 */
@LoggingFilter(name = "outage")
public final class OutageFilter implements Filter {

    @Override
    public boolean isLoggable(LogRecord line) {
        return !isOutage(line.getThrown());
    }

    private static boolean isOutage(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            boolean isOutage = cause instanceof SQLiteException sqlite
                    ? StorageException.isOutage(SqliteErrorTranslator.translate(sqlite))
                    : cause instanceof PSQLException postgres
                            && StorageException.isOutage(PostgresErrorTranslator.translate(postgres));
            if (isOutage) {
                return true;
            }
        }
        return StorageException.isOutage(thrown);
    }
}
