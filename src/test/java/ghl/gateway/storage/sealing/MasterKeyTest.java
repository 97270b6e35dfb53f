package ghl.gateway.storage.sealing;

import static java.nio.file.attribute.PosixFilePermission.OWNER_READ;
import static java.nio.file.attribute.PosixFilePermission.OWNER_WRITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ghl.gateway.storage.Database;
import ghl.gateway.storage.OpenDatabase;
import ghl.gateway.storage.Sealing;
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

/** Where the key comes from, and what happens when it is another one. */
class MasterKeyTest {

    private static final String OLD = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
    private static final String NEW = "AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=";
    private static final byte[] CLEAR = "secret".getBytes(StandardCharsets.UTF_8);

    private static final SealedColumn FACTS = new SealedColumn(
            "kept", "body", List.of("id"), row -> List.of(row.integer("id")), row -> "kept/" + row.integer("id"));

    @TempDir
    Path data;

    private OpenDatabase database;

    @BeforeEach
    void open() {
        database = SqliteDatabase.open(data);
        database.write(transaction -> transaction.update("CREATE TABLE kept (id INTEGER PRIMARY KEY, body BLOB)"));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void a_sandbox_makes_its_own_which_nobody_else_can_read() throws IOException {
        byte[] sealed = sealing(null, null, true).seal(CLEAR, "kept/1");

        Path file = data.resolve("master.key");
        assertThat(Files.getPosixFilePermissions(file)).containsExactlyInAnyOrder(OWNER_READ, OWNER_WRITE);
        assertThat(sealing(null, null, true).open(sealed, "kept/1")).isEqualTo(CLEAR);
        assertThat(sealing(null, file, false).open(sealed, "kept/1")).isEqualTo(CLEAR);
        assertThat(sealing(Files.readString(file), null, false).open(sealed, "kept/1"))
                .isEqualTo(CLEAR);
    }

    @Test
    void a_file_that_was_begun_and_not_written_is_written_by_the_next_start() throws IOException {
        Files.createFile(data.resolve("master.key"));

        byte[] sealed = sealing(null, null, true).seal(CLEAR, "kept/1");

        assertThat(sealing(null, null, true).open(sealed, "kept/1")).isEqualTo(CLEAR);
    }

    @Test
    void a_real_location_is_not_kept_without_one() {
        assertThatThrownBy(() -> sealing(null, null, false))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("GATEWAY_MASTER_KEY is missing")
                .hasMessageContaining("openssl rand -base64 32");
        assertThat(data.resolve("master.key")).doesNotExist();
    }

    @Test
    void another_key_than_the_databases_stops_the_start() {
        sealing(OLD, null, false);

        assertThatThrownBy(() -> sealing(NEW, null, false))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("The master key is not the one that this database was sealed with")
                .hasMessageNotContaining(NEW);
        sealing(OLD, null, false);
    }

    @Test
    void a_new_key_takes_the_place_of_the_old_one() {
        Sealing old = sealing(OLD, null, false);
        for (int id = 1; id <= 450; id++) {
            put(id, old.seal(CLEAR, "kept/" + id));
        }
        put(451, null);

        Sealing both = sealing(NEW + "," + OLD, null, false);
        put(452, both.seal(CLEAR, "kept/452"));

        Sealing alone = sealing(NEW, null, false);
        for (int id : new int[] {1, 200, 201, 450, 452}) {
            assertThat(alone.open(get(id), "kept/" + id)).isEqualTo(CLEAR);
        }
        assertThatThrownBy(() -> sealing(OLD, null, false)).isInstanceOf(ConfigurationException.class);
    }

    @Test
    void what_was_kept_before_there_was_a_key_is_sealed_at_the_first_start_with_one() {
        put(1, new byte[] {0, 's', 'e', 'c', 'r', 'e', 't'});

        Sealing sealing = sealing(OLD, null, false);

        assertThat(sealing.open(get(1), "kept/1")).isEqualTo(CLEAR);
    }

    @Test
    void a_value_of_a_key_that_nobody_gives_stops_the_change() {
        sealing(OLD, null, false);
        put(
                1,
                new TinkSealing(MasterKeys.of("AgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgI=", "A test"))
                        .seal(CLEAR, "kept/1"));

        assertThatThrownBy(() -> sealing(NEW + "," + OLD, null, false))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("kept/1");
        assertThat(sealing(OLD, null, false)).isNotNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "short | holds a key that is no Base64",
                "c2hvcnQ= | holds a key of 5 bytes instead of 32",
                ", | holds no key",
                OLD + "," + OLD + " | holds the same key twice",
            })
    void a_wrong_key_is_refused_with_a_sentence(String keys, String sentence) {
        assertThatThrownBy(() -> sealing(keys, null, true))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("GATEWAY_MASTER_KEY")
                .hasMessageContaining(sentence)
                .hasMessageNotContaining("c2hvcnQ");
    }

    @Test
    void two_places_are_one_too_many_and_a_missing_file_is_said() {
        assertThatThrownBy(() -> sealing(OLD, data.resolve("key"), true)).hasMessageContaining("are both set");
        assertThatThrownBy(() -> sealing(null, data.resolve("key"), true))
                .hasMessageStartingWith("GATEWAY_MASTER_KEY_FILE names");
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
        database.write(transaction -> transaction.update("INSERT INTO kept (id, body) VALUES (?, ?)", id, body));
    }

    private byte[] get(int id) {
        return database.read(transaction ->
                        transaction.first("SELECT body FROM kept WHERE id = ?", row -> row.bytes("body"), id))
                .orElseThrow();
    }
}
