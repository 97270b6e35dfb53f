package ghl.gateway.storage.postgres;

import ghl.gateway.storage.OutageReason;
import ghl.gateway.storage.StorageException;
import java.sql.SQLException;
import java.util.Set;

/** Translates PostgreSQL's error codes (SQLSTATE). Does not quote PostgreSQL's messages, which may contain values. */
public final class PostgresErrorTranslator {

    /** Serialization failure and deadlock. */
    private static final Set<String> CONFLICTS = Set.of("40001", "40P01");

    private PostgresErrorTranslator() {}

    public static StorageException translate(SQLException error) {
        OutageReason outage = outage(state(error));
        return new StorageException(
                "Database error: " + (outage == null ? reason(state(error)) : outage.text()), error, outage);
    }

    static StorageException translateCommit(SQLException error) {
        return outage(state(error)) == OutageReason.NO_ANSWER
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

    private static String reason(String state) {
        return state.startsWith("23") ? "a constraint is violated" : "SQLSTATE " + state;
    }

    /** An error without a state is from the pool, which could not get a connection. */
    private static OutageReason outage(String state) {
        return switch (state) {
            case "" -> OutageReason.NO_ANSWER;
            case "53100" -> OutageReason.DISK_FULL;
            case "25006" -> OutageReason.READ_ONLY;
            case "53300" -> OutageReason.NO_CONNECTION;
            case "3D000" -> OutageReason.LOGIN_REFUSED;
            default ->
                switch (state.substring(0, 2)) {
                    case "08" -> OutageReason.NO_ANSWER;
                    case "28" -> OutageReason.LOGIN_REFUSED;
                    case "53", "58" -> OutageReason.SERVER_FAILED;
                    default -> state.startsWith("57P") ? OutageReason.NO_ANSWER : null;
                };
        };
    }

    private static String state(SQLException error) {
        return error.getSQLState() == null ? "" : error.getSQLState();
    }
}
