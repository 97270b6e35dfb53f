package ghl.gateway.storage.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ghl.gateway.storage.DatabaseContract;
import ghl.gateway.storage.OpenDatabase;
import ghl.gateway.storage.StorageException;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteDatabaseTest extends DatabaseContract {

    @TempDir
    Path data;

    @Override
    protected OpenDatabase open() {
        return SqliteDatabase.open(data);
    }

    @Override
    protected String binaryType() {
        return "BLOB";
    }

    @Test
    void what_is_replaced_and_scrubbed_is_in_no_file_any_more() throws Exception {
        insert("a canary " + "x".repeat(20_000));
        insert("another canary");
        assertThat(contents()).contains("canary");

        database.write(
                transaction -> transaction.update("UPDATE sample SET name = 'gone' WHERE name LIKE 'a canary%'"));
        database.write(transaction -> transaction.update("DELETE FROM sample WHERE name = 'another canary'"));
        boolean scrubbed = database.scrub();

        assertThat(scrubbed).isTrue();
        assertThat(contents()).doesNotContain("canary");
        assertThat(names()).containsExactly("gone");
    }

    @Test
    void a_second_gateway_on_the_same_directory_is_refused() {
        assertThatThrownBy(() -> SqliteDatabase.open(data))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("GATEWAY_DATA is " + data + ", which is in use by another gateway: give each its own"
                        + " GATEWAY_DATA, or let them share a PostgreSQL with GATEWAY_DB_URL.");
    }

    @Test
    void the_next_gateway_finds_what_the_last_one_kept() {
        insert("kept");

        database.close();
        database = SqliteDatabase.open(data);

        assertThat(names()).containsExactly("kept");
    }

    @Test
    void a_full_disk_is_told_and_when_there_is_room_again_it_goes_on() throws SQLException {
        insert("before");
        pragma("max_page_count = 1");

        assertThatThrownBy(() -> database.write(transaction -> {
                    transaction.update("INSERT INTO sample (name) VALUES ('small')");
                    return transaction.update(
                            "INSERT INTO sample (name, body) VALUES ('large', ?)", (Object) new byte[1_000_000]);
                }))
                .isInstanceOf(StorageException.class)
                .hasMessage("The database cannot do this: the disk is full");
        assertThat(names()).containsExactly("before");

        pragma("max_page_count = 1000000");
        insert("after");
        assertThat(names()).containsExactly("after", "before");
    }

    @Test
    void nothing_half_is_kept_when_somebody_swallows_that_the_disk_is_full() throws SQLException {
        pragma("max_page_count = 1");

        assertThatThrownBy(() -> database.write(transaction -> {
                    assertThatThrownBy(() ->
                                    transaction.update("INSERT INTO sample (name, body) VALUES ('large', ?)", (Object)
                                            new byte[1_000_000]))
                            .isInstanceOf(StorageException.class);
                    return transaction.update("INSERT INTO sample (name) VALUES ('small')");
                }))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("the disk is full");
        assertThat(names()).isEmpty();
    }

    @Test
    void a_file_that_cannot_be_written_is_told() throws SQLException {
        Connection writer = writer();
        try (Statement statement = writer.createStatement()) {
            statement.execute("PRAGMA query_only = true");

            assertThatThrownBy(() -> insert("refused"))
                    .isInstanceOf(StorageException.class)
                    .hasMessage("The database cannot do this: the file cannot be written");

            statement.execute("PRAGMA query_only = false");
        }
        insert("kept");
        assertThat(names()).containsExactly("kept");
    }

    @Test
    void a_closed_one_says_so() {
        database.close();

        assertThatThrownBy(() -> insert("late")).isInstanceOf(StorageException.class);
        assertThatThrownBy(this::names).isInstanceOf(StorageException.class);
    }

    private void pragma(String setting) throws SQLException {
        try (Statement statement = writer().createStatement()) {
            statement.execute("PRAGMA " + setting);
        }
    }

    /** The writing connection itself, which nobody else uses meanwhile. */
    private Connection writer() throws SQLException {
        try (Connection leased = database.dataSource().getConnection();
                Statement statement = leased.createStatement()) {
            return statement.getConnection();
        }
    }

    /** All that is in the files, as one text. */
    private String contents() throws IOException {
        StringBuilder contents = new StringBuilder();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(data, "gateway.db*")) {
            for (Path file : files) {
                contents.append(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return contents.toString();
    }
}
