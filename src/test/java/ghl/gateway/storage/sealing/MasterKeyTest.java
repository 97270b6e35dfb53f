package ghl.gateway.storage.sealing;

import static java.nio.file.attribute.PosixFilePermission.OWNER_READ;
import static java.nio.file.attribute.PosixFilePermission.OWNER_WRITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ghl.gateway.storage.Database;
import ghl.gateway.storage.OpenDatabase;
import ghl.gateway.storage.Sealing;
import ghl.gateway.storage.StorageException;
import ghl.gateway.storage.sqlite.SqliteDatabase;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sources of the master key, and its rotation. */
class MasterKeyTest {

    private static final String OLD = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
    private static final String NEW = "AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=";
    private static final byte[] CLEAR = "secret".getBytes(StandardCharsets.UTF_8);

    private static final SealedColumn FACTS = new SealedColumn(
            "stored", "body", List.of("id"), row -> List.of(row.integer("id")), row -> "stored/" + row.integer("id"));

    @TempDir
    Path data;

    private OpenDatabase database;

    @BeforeEach
    void open() {
        database = SqliteDatabase.open(data);
        database.write(transaction -> transaction.update("CREATE TABLE stored (id INTEGER PRIMARY KEY, body BLOB)"));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void sandbox_generates_a_key_file_for_its_owner_only() throws IOException {
        byte[] sealed = sealing(null, null, true).seal(CLEAR, "stored/1");

        Path file = data.resolve("master.key");
        assertThat(Files.getPosixFilePermissions(file)).containsExactlyInAnyOrder(OWNER_READ, OWNER_WRITE);
        assertThat(sealing(null, null, true).open(sealed, "stored/1")).isEqualTo(CLEAR);
        assertThat(sealing(null, file, false).open(sealed, "stored/1")).isEqualTo(CLEAR);
        assertThat(sealing(Files.readString(file), null, false).open(sealed, "stored/1"))
                .isEqualTo(CLEAR);
    }

    @Test
    void empty_key_file_of_an_interrupted_start_is_filled() throws IOException {
        Files.createFile(data.resolve("master.key"));

        byte[] sealed = sealing(null, null, true).seal(CLEAR, "stored/1");

        assertThat(sealing(null, null, true).open(sealed, "stored/1")).isEqualTo(CLEAR);
    }

    @Test
    void missing_key_stops_the_start_for_a_real_location() {
        assertThatThrownBy(() -> sealing(null, null, false))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("GATEWAY_MASTER_KEY is missing")
                .hasMessageContaining("openssl rand -base64 32");
        assertThat(data.resolve("master.key")).doesNotExist();
    }

    @Test
    void key_of_another_database_stops_the_start() {
        sealing(OLD, null, false);

        assertThatThrownBy(() -> sealing(NEW, null, false))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("The master key does not match this database")
                .hasMessageNotContaining(NEW);
        sealing(OLD, null, false);
    }

    @Test
    void new_key_replaces_the_old_one() {
        Sealing old = sealing(OLD, null, false);
        for (int id = 1; id <= 450; id++) {
            put(id, old.seal(CLEAR, "stored/" + id));
        }
        put(451, null);

        Sealing both = sealing(NEW + "," + OLD, null, false);
        put(452, both.seal(CLEAR, "stored/452"));

        Sealing alone = sealing(NEW, null, false);
        for (int id : new int[] {1, 200, 201, 450, 452}) {
            assertThat(alone.open(get(id), "stored/" + id)).isEqualTo(CLEAR);
        }
        assertThatThrownBy(() -> sealing(OLD, null, false)).isInstanceOf(ConfigurationException.class);
    }

    @Test
    void unencrypted_value_is_sealed_at_the_first_start_with_a_key() {
        put(1, new byte[] {0, 's', 'e', 'c', 'r', 'e', 't'});

        Sealing sealing = sealing(OLD, null, false);

        assertThat(sealing.open(get(1), "stored/1")).isEqualTo(CLEAR);
    }

    @Test
    void planted_unencrypted_value_is_never_sealed() {
        byte[] planted = {0, 'p', 'l', 'a', 'n', 't'};
        put(1, sealing(OLD, null, false).seal(CLEAR, "stored/1"));
        put(2, planted);

        Sealing rotated = sealing(NEW + "," + OLD, null, false);

        assertThat(rotated.open(get(1), "stored/1")).isEqualTo(CLEAR);
        assertThat(get(2)).isEqualTo(planted);
        assertThatThrownBy(() -> rotated.open(get(2), "stored/2")).isInstanceOf(StorageException.class);

        database.write(transaction -> transaction.update("DELETE FROM master_key"));
        sealing(NEW, null, false);

        assertThat(get(2))
                .as("a database with sealed values is not older than sealing")
                .isEqualTo(planted);
    }

    @Test
    void value_of_an_unknown_key_stops_the_rotation() {
        sealing(OLD, null, false);
        put(
                1,
                new TinkSealing(MasterKeys.parse("AgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgI=", "A test"))
                        .seal(CLEAR, "stored/1"));

        assertThatThrownBy(() -> sealing(NEW + "," + OLD, null, false))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("stored/1");
        assertThat(sealing(OLD, null, false)).isNotNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "short | contains a key that is not valid base64",
                "c2hvcnQ= | contains a key of 5 bytes instead of 32",
                ", | contains no key",
                OLD + "," + OLD + " | contains the same key twice",
            })
    void invalid_key_is_rejected_without_quoting_it(String keys, String sentence) {
        assertThatThrownBy(() -> sealing(keys, null, true))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("GATEWAY_MASTER_KEY")
                .hasMessageContaining(sentence)
                .hasMessageNotContaining("c2hvcnQ");
    }

    @Test
    void two_sources_and_a_missing_file_are_rejected() {
        assertThatThrownBy(() -> sealing(OLD, data.resolve("key"), true)).hasMessageContaining("are both set");
        assertThatThrownBy(() -> sealing(null, data.resolve("key"), true))
                .hasMessageStartingWith("GATEWAY_MASTER_KEY_FILE (")
                .hasMessageContaining("is not readable");
    }

    private Sealing sealing(String keys, Path file, boolean keyBesideData) {
        return producer(database, keys, file, keyBesideData).sealing();
    }

    private SealingProducer producer(Database on, String keys, Path file, boolean keyBesideData) {
        MasterKeyConfig config = new MasterKeyConfig() {
            @Override
            public Optional<String> keys() {
                return Optional.ofNullable(keys);
            }

            @Override
            public Optional<Path> file() {
                return Optional.ofNullable(file);
            }

            @Override
            public Path data() {
                return data;
            }
        };
        return new SealingProducer(config, () -> keyBesideData, on, List.of(FACTS));
    }

    private void put(int id, byte[] body) {
        database.write(transaction -> transaction.update("INSERT INTO stored (id, body) VALUES (?, ?)", id, body));
    }

    private byte[] get(int id) {
        return database.read(transaction ->
                        transaction.first("SELECT body FROM stored WHERE id = ?", row -> row.bytes("body"), id))
                .orElseThrow();
    }
}
