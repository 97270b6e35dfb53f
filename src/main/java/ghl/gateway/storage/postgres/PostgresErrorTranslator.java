package ghl.gateway.storage.postgres;

import ghl.gateway.storage.StorageException;
import java.sql.SQLException;
import java.util.Set;

/** Translates PostgreSQL's error codes (SQLSTATE). Does not quote PostgreSQL's messages, which may contain values. */
final class PostgresErrorTranslator {

    /** Serialization failure and deadlock. */
    private static final Set<String> CONFLICTS = Set.of("40001", "40P01");

    private PostgresErrorTranslator() {}

    static StorageException translate(SQLException error) {
        return new StorageException("Database error: " + reason(error), error);
    }

    static StorageException translateCommit(SQLException error) {
        return isConnectionLost(error)
                ? new StorageException(
                        "The connection to PostgreSQL broke during the commit: the outcome is unknown", error, true)
                : translate(error);
    }

    /** Whether another transaction was in the way, so that an immediate retry may succeed. */
    static boolean isConflict(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException error && CONFLICTS.contains(state(error))) {
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
            case "53300" -> "PostgreSQL has no free connection";
            default -> state.startsWith("23") ? "a constraint is violated" : "SQLSTATE " + state;
        };
    }

    /** An error without a state is from the pool, which could not get a connection. */
    private static boolean isConnectionLost(SQLException error) {
        String state = state(error);
        return state.isEmpty() || state.startsWith("08") || state.startsWith("57P");
    }

    private static String state(SQLException error) {
        return error.getSQLState() == null ? "" : error.getSQLState();
    }
}
