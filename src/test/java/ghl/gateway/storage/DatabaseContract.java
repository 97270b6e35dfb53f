package ghl.gateway.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Guarantees of both databases to one thread, to many threads, and to libraries that use JDBC. */
@Timeout(60)
public abstract class DatabaseContract extends ThreadsContract {

    @Test
    void jdbc_inside_a_write_joins_its_transaction() {
        assertThatThrownBy(() -> database.write(transaction -> {
                    insertByJdbc("by a library");
                    assertThat(names()).containsExactly("by a library");
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");
        assertThat(names()).isEmpty();

        database.write(transaction -> {
            insertByJdbc("by a library");
            return transaction.update(INSERT, "by us");
        });
        assertThat(names()).containsExactly("by a library", "by us");
    }

    @Test
    void failed_jdbc_statement_inside_a_write_does_not_fail_the_write() {
        insert("taken");

        database.write(transaction -> {
            transaction.update(INSERT, "ours");
            assertThatThrownBy(() -> insertByJdbc("taken")).isInstanceOf(IllegalStateException.class);
            insertByJdbc("its second try");
            return null;
        });

        assertThat(names()).containsExactly("its second try", "ours", "taken");
    }

    @Test
    void jdbc_outside_a_write_commits_on_its_own() {
        insertByJdbc("by a library");

        assertThat(names()).containsExactly("by a library");
    }

    @Test
    void jdbc_rolled_back_or_closed_without_commit_leaves_nothing() throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                PreparedStatement statement = connection.prepareStatement(INSERT)) {
            statement.setString(1, "rolled back");
            statement.executeUpdate();
            connection.rollback();
        }
        try (Connection connection = database.dataSource().getConnection();
                PreparedStatement statement = connection.prepareStatement(INSERT)) {
            statement.setString(1, "forgotten");
            statement.executeUpdate();
        }

        assertThat(names()).isEmpty();
        insert("and the next");
    }

    @Test
    void jdbc_read_leaves_no_transaction_open() throws SQLException {
        insert("stored");

        try (Connection connection = database.dataSource().getConnection();
                PreparedStatement statement = connection.prepareStatement("SELECT name FROM sample");
                ResultSet rows = statement.executeQuery()) {
            assertThat(rows.next()).isTrue();
            connection.commit();
        }

        insert("and the next");
    }

    /** Uses JDBC like db-scheduler. */
    private void insertByJdbc(String name) {
        try (Connection connection = database.dataSource().getConnection()) {
            assertThat(connection.getAutoCommit()).isFalse();
            try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
                statement.setString(1, name);
                statement.execute();
                connection.commit();
            } catch (SQLException e) {
                connection.rollback();
                throw e;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
