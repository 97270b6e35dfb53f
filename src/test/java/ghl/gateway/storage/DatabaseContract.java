package ghl.gateway.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What both databases promise: to one thread, to many, and to libraries that speak JDBC. */
@Timeout(60)
public abstract class DatabaseContract extends ThreadsContract {

    @Test
    void jdbc_inside_a_write_belongs_to_it() {
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
    void a_library_that_fails_inside_a_write_does_not_spoil_it() {
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
    void jdbc_outside_a_write_commits_by_itself() {
        insertByJdbc("by a library");

        assertThat(names()).containsExactly("by a library");
    }

    @Test
    void jdbc_that_is_rolled_back_or_only_closed_leaves_nothing() throws SQLException {
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
    void jdbc_that_only_reads_leaves_nothing_open() throws SQLException {
        insert("kept");

        try (Connection connection = database.dataSource().getConnection();
                PreparedStatement statement = connection.prepareStatement("SELECT name FROM sample");
                ResultSet rows = statement.executeQuery()) {
            assertThat(rows.next()).isTrue();
            connection.commit();
        }

        insert("and the next");
    }

    /** As db-scheduler does it. */
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
