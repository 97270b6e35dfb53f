package ghl.gateway.storage.postgres;

import ghl.gateway.storage.StorageException;
import java.sql.SQLException;
import java.util.Set;

/** PostgreSQL's error codes (SQLSTATE) in words. Its own messages may hold values, so they are not repeated. */
final class PostgresErrorTranslator {

    private static final Set<String> PASSING = Set.of("40001", "40P01");

    private PostgresErrorTranslator() {}

    static StorageException of(SQLException error) {
        return new StorageException("The database cannot do this: " + reason(error), error);
    }

    /** For an error of the commit itself. */
    static StorageException ofCommit(SQLException error) {
        return isConnectionLost(error)
                ? new StorageException(
                        "The connection to PostgreSQL broke during the commit: whether it was kept is not known",
                        error,
                        true)
                : of(error);
    }

    /** Whether the same may well succeed at once: somebody else was in the way. */
    static boolean isPassing(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException error && PASSING.contains(state(error))) {
                return true;
            }
        }
        return false;
    }

    private static String reason(SQLException error) {
        String state = state(error);
        if (isConnectionLost(error)) {
            return "PostgreSQL does not answer";
        }
        return switch (state) {
            case "53100" -> "the disk is full";
            case "25006" -> "PostgreSQL is read-only";
            case "53300" -> "PostgreSQL has no connection left";
            default -> state.startsWith("23") ? "a rule of the table forbids it" : "SQLSTATE " + state;
        };
    }

    /** Without a state it comes from the pool, which has no connection to give. */
    private static boolean isConnectionLost(SQLException error) {
        String state = state(error);
        return state.isEmpty() || state.startsWith("08") || state.startsWith("57P");
    }

    private static String state(SQLException error) {
        return error.getSQLState() == null ? "" : error.getSQLState();
    }
}
