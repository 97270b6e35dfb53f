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
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
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
    void scrubbed_data_is_in_no_file() throws Exception {
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
    void second_gateway_on_the_same_directory_is_rejected() {
        assertThatThrownBy(() -> SqliteDatabase.open(data))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(
                        "GATEWAY_DATA (" + data + ") is in use by another gateway: give each gateway its own directory,"
                                + " or share a PostgreSQL database with GATEWAY_DB_URL.");
    }

    @Test
    void new_directory_and_its_files_are_for_the_owner_only() throws IOException {
        Path fresh = data.resolve("fresh/data");

        try (OpenDatabase opened = SqliteDatabase.open(fresh)) {
            opened.write(transaction -> transaction.update("CREATE TABLE sample (id INTEGER PRIMARY KEY)"));

            assertThat(permissions(fresh)).isEqualTo("rwx------");
            assertThat(permissions(fresh.resolve("gateway.db-wal"))).isEqualTo("rw-------");
            assertThat(filesOf(fresh))
                    .allSatisfy(file -> assertThat(permissions(file)).isEqualTo("rw-------"));
        }
    }

    @Test
    void open_directory_and_files_are_closed_to_others() throws IOException {
        reopenAfterOpeningToOthers();

        assertThat(permissions(data)).isEqualTo("rwx------");
        assertThat(permissions(data.resolve("gateway.db"))).isEqualTo("rw-------");
        assertThat(permissions(data.resolve("gateway.lock"))).isEqualTo("rw-------");
    }

    @Test
    void directory_with_other_files_stays_open_but_the_gateways_files_do_not() throws IOException {
        Path foreign = Files.createFile(data.resolve("notes.txt"));

        reopenAfterOpeningToOthers();

        assertThat(permissions(data)).isEqualTo("rwxrwxrwx");
        assertThat(permissions(data.resolve("gateway.db"))).isEqualTo("rw-------");
        assertThat(permissions(foreign)).isEqualTo("rw-rw-rw-");
    }

    private void reopenAfterOpeningToOthers() throws IOException {
        database.close();
        for (Path file : filesOf(data)) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
        }
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxrwxrwx"));

        database = SqliteDatabase.open(data);
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static List<Path> filesOf(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void data_is_there_after_reopening() {
        insert("stored");

        database.close();
        database = SqliteDatabase.open(data);

        assertThat(names()).containsExactly("stored");
    }

    @Test
    void full_disk_is_reported_and_writes_work_once_there_is_space() throws SQLException {
        insert("before");
        pragma("max_page_count = 1");

        assertThatThrownBy(() -> database.write(transaction -> {
                    transaction.update("INSERT INTO sample (name) VALUES ('small')");
                    return transaction.update(
                            "INSERT INTO sample (name, body) VALUES ('large', ?)", (Object) new byte[1_000_000]);
                }))
                .isInstanceOf(StorageException.class)
                .hasMessage("Database error: the disk is full");
        assertThat(names()).containsExactly("before");
        assertThat(database.outage().reason()).contains("the disk is full");

        pragma("max_page_count = 1000000");
        insert("after");
        assertThat(names()).containsExactly("after", "before");
    }

    @Test
    void swallowed_disk_full_error_still_rolls_everything_back() throws SQLException {
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
    void read_only_file_is_reported() throws SQLException {
        Connection writer = writer();
        try (Statement statement = writer.createStatement()) {
            statement.execute("PRAGMA query_only = true");

            assertThatThrownBy(() -> insert("refused"))
                    .isInstanceOf(StorageException.class)
                    .hasMessage("Database error: the file is not writable");

            statement.execute("PRAGMA query_only = false");
        }
        insert("stored");
        assertThat(names()).containsExactly("stored");
    }

    @Test
    void probe_finds_an_outage_that_no_one_else_meets_and_its_end() throws SQLException {
        pragma("max_page_count = 1");

        database.probe();
        assertThat(database.outage().reason()).contains("the disk is full");

        pragma("max_page_count = 1000000");
        database.probe();
        assertThat(database.outage().reason()).isEmpty();
    }

    /** An unchanged row would cost no write at all. */
    @Test
    void every_probe_writes_about_as_much_as_a_form() throws IOException {
        database.probe();
        long before = Files.size(data.resolve("gateway.db-wal"));

        database.probe();

        assertThat(Files.size(data.resolve("gateway.db-wal")) - before).isGreaterThanOrEqualTo(32 * 1024);
    }

    @Test
    void closed_database_rejects_reads_and_writes() {
        database.close();

        assertThatThrownBy(() -> insert("late")).isInstanceOf(StorageException.class);
        assertThatThrownBy(this::names).isInstanceOf(StorageException.class);
    }

    private void pragma(String setting) throws SQLException {
        try (Statement statement = writer().createStatement()) {
            statement.execute("PRAGMA " + setting);
        }
    }

    /** The write connection itself, which no other thread uses meanwhile. */
    private Connection writer() throws SQLException {
        try (Connection leased = database.dataSource().getConnection();
                Statement statement = leased.createStatement()) {
            return statement.getConnection();
        }
    }

    /** The content of all database files as one text. */
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
