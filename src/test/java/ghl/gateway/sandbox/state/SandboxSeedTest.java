package ghl.gateway.sandbox.state;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ghl.gateway.fixture.TestClock;
import ghl.gateway.sandbox.http.SandboxJson;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SandboxSeedTest {

    private static final String ADA = "sbxContactAda0000001";

    @TempDir
    Path directory;

    private SandboxState state;

    @BeforeEach
    void plant() {
        state = SandboxState.open(directory, new TestClock());
        state.exclusively(() -> {
            new SandboxSeed().plantAll(state);
            return state;
        });
    }

    @AfterEach
    void close() {
        state.close();
    }

    @Test
    void both_locations_have_their_contacts() {
        assertThat(state.of(Kind.CONTACT, SandboxLocation.MAIN)).hasSize(26);
        assertThat(state.of(Kind.CONTACT, SandboxLocation.OTHER)).hasSize(3);
    }

    @Test
    void ada_has_tasks_notes_appointments_and_tags() {
        assertThat(state.find(Kind.CONTACT, ADA)).get().satisfies(ada -> {
            assertThat(ada.path("tags")).isNotEmpty();
            assertThat(ada.path("customFields")).hasSize(5);
        });
        assertThat(state.of(Kind.TASK, ADA)).hasSize(3);
        assertThat(state.of(Kind.NOTE, ADA)).hasSize(2);
        assertThat(state.of(Kind.APPOINTMENT, ADA)).hasSize(2);
    }

    @Test
    void every_id_has_the_shape_of_the_vendors() {
        for (Kind kind : new Kind[] {Kind.LOCATION, Kind.CONTACT, Kind.TASK, Kind.NOTE, Kind.APPOINTMENT}) {
            assertThat(state.all(kind))
                    .allMatch(entry -> Ids.isWellFormed(SandboxJson.text(entry, "id")))
                    .extracting(entry -> SandboxJson.text(entry, "id"))
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void values_of_custom_fields_fit_the_fields() {
        SandboxLocation main =
                new SandboxLocations(state).find(SandboxLocation.MAIN).orElseThrow();

        for (ObjectNode contact : state.of(Kind.CONTACT, SandboxLocation.MAIN)) {
            contact.path("customFields").forEach(entry -> assertThat(main.customFields())
                    .filteredOn(field -> field.id().equals(SandboxJson.text(entry, "id")))
                    .singleElement()
                    .matches(field -> field.keeps(entry.get("value"))));
        }
    }

    @Test
    void contacts_tags_are_the_locations_tags() {
        SandboxLocation main =
                new SandboxLocations(state).find(SandboxLocation.MAIN).orElseThrow();

        assertThat(main.tags()).extracting(SandboxLocation.Tag::name).contains("web lead", "kitchen", "vip");
    }

    @Test
    void searches_find_seeded_contacts_at_once() {
        SandboxLocation main =
                new SandboxLocations(state).find(SandboxLocation.MAIN).orElseThrow();

        assertThat(state.searched(Kind.CONTACT, main)).hasSize(26);
    }
}
