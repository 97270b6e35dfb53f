package ghl.gateway.storage.settings;

import static org.assertj.core.api.Assertions.assertThat;

import ghl.gateway.storage.OutageReason;
import ghl.gateway.storage.StorageException;
import java.sql.SQLException;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

class OutageFilterTest {

    @Test
    void what_an_outage_caused_is_dropped_however_it_is_wrapped() {
        StorageException outage = new StorageException("full", null, OutageReason.DISK_FULL);

        assertThat(isLogged(outage)).isFalse();
        assertThat(isLogged(new IllegalStateException(new SQLException("by a library", outage))))
                .isFalse();
        assertThat(isLogged(new SQLiteException("[SQLITE_FULL]", SQLiteErrorCode.SQLITE_FULL)))
                .isFalse();
        assertThat(isLogged(new RuntimeException(new PSQLException("refused", PSQLState.CONNECTION_UNABLE_TO_CONNECT))))
                .isFalse();
    }

    @Test
    void defects_and_plain_lines_are_logged() {
        assertThat(isLogged(null)).isTrue();
        assertThat(isLogged(new NullPointerException())).isTrue();
        assertThat(isLogged(new StorageException("sealing failed", null))).isTrue();
        assertThat(isLogged(new SQLException("Not supported"))).isTrue();
        assertThat(isLogged(new SQLiteException("no such table", SQLiteErrorCode.SQLITE_ERROR)))
                .isTrue();
        assertThat(isLogged(new PSQLException("no such table", PSQLState.UNDEFINED_TABLE)))
                .isTrue();
    }

    private static boolean isLogged(Throwable thrown) {
        LogRecord line = new LogRecord(Level.SEVERE, "Something failed");
        line.setThrown(thrown);
        return new OutageFilter().isLoggable(line);
    }
}
