package ghl.gateway.sandbox.state;

import static ghl.gateway.sandbox.Samples.contact;
import static ghl.gateway.sandbox.Samples.location;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ghl.gateway.fixture.TestClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SandboxStateTest {

    private final TestClock clock = new TestClock();
    private final SandboxLocation location = location("{'searchLagMs':2000}");

    @TempDir
    Path directory;

    private SandboxState state;

    @BeforeEach
    void open() {
        state = SandboxState.open(directory, clock);
    }

    @AfterEach
    void close() {
        state.close();
    }

    @Test
    void new_directory_and_its_files_are_for_the_owner_only() throws IOException {
        Path fresh = directory.resolve("fresh");
        SandboxState opened = SandboxState.open(fresh, clock);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(fresh)))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(fresh.resolve("sandbox.db"))))
                .isEqualTo("rw-------");
        opened.close();
    }

    @Test
    void writes_survive_a_restart() {
        ObjectNode task = contact("task", "{'contactId':'ada','title':'Call'}");
        put(Kind.CONTACT, contact("ada", "{'email':'ada@example.com'}"));
        put(Kind.CONTACT, contact("gone", "{}"));
        put(Kind.TASK, task);
        put(Kind.CONTACT, contact("ada", "{'email':'second@example.com'}"));
        remove("gone");

        restart();

        assertThat(state.all(Kind.CONTACT)).containsExactly(contact("ada", "{'email':'second@example.com'}"));
        assertThat(state.of(Kind.TASK, "ada")).containsExactly(task);
    }

    @Test
    void second_process_is_refused_with_a_clear_message() {
        assertThatThrownBy(() -> SandboxState.open(directory, clock))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("sandbox.db cannot be opened")
                .hasMessageContaining("If another process is using it, stop that one or set another GATEWAY_DATA.");
    }

    @Test
    void failed_work_is_rolled_back() {
        put(Kind.CONTACT, contact("ada", "{'city':'Brooklyn'}"));

        assertThatThrownBy(() -> state.exclusively(() -> {
                    state.put(Kind.CONTACT, contact("ada", "{'city':'Queens'}"));
                    state.put(Kind.CONTACT, contact("ben", "{}"));
                    throw new IllegalStateException("half way");
                }))
                .hasMessage("half way");

        assertThat(state.all(Kind.CONTACT)).containsExactly(contact("ada", "{'city':'Brooklyn'}"));
        restart();
        assertThat(state.all(Kind.CONTACT)).containsExactly(contact("ada", "{'city':'Brooklyn'}"));
    }

    @Test
    void write_outside_exclusive_work_is_refused() {
        assertThatThrownBy(() -> state.put(Kind.CONTACT, contact("ada", "{}")))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void searches_see_a_write_after_the_lag() {
        put(Kind.CONTACT, contact("ada", "{}"));
        assertThat(searched()).isEmpty();

        clock.advance(Duration.ofMillis(1_999));
        assertThat(searched()).isEmpty();

        clock.advance(Duration.ofMillis(1));
        assertThat(searched()).containsExactly(contact("ada", "{}"));
    }

    @Test
    void searches_see_the_old_version_until_the_new_one_arrives() {
        put(Kind.CONTACT, contact("ada", "{'city':'Brooklyn'}"));
        clock.advance(Duration.ofSeconds(3));
        put(Kind.CONTACT, contact("ada", "{'city':'Queens'}"));

        assertThat(searched()).containsExactly(contact("ada", "{'city':'Brooklyn'}"));
        clock.advance(Duration.ofSeconds(2));
        assertThat(searched()).containsExactly(contact("ada", "{'city':'Queens'}"));
    }

    @Test
    void deleted_record_stays_in_searches_during_the_lag() {
        put(Kind.CONTACT, contact("ada", "{}"));
        clock.advance(Duration.ofSeconds(3));
        remove("ada");

        assertThat(state.find(Kind.CONTACT, "ada")).isEmpty();
        assertThat(searched()).hasSize(1);
        clock.advance(Duration.ofSeconds(2));
        assertThat(searched()).isEmpty();
    }

    private List<ObjectNode> searched() {
        return state.searched(Kind.CONTACT, location);
    }

    private void put(Kind kind, ObjectNode entry) {
        state.exclusively(() -> {
            state.put(kind, entry);
            return entry;
        });
    }

    private void remove(String id) {
        state.exclusively(() -> {
            state.remove(Kind.CONTACT, id);
            return id;
        });
    }

    private void restart() {
        close();
        open();
    }
}
