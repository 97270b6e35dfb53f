package ghl.gateway.storage.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ghl.gateway.storage.StorageException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class TinkSealingTest {

    private static final String OLD = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
    private static final String NEW = "AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=";
    private static final byte[] CLEAR = "grace@example.com".getBytes(StandardCharsets.UTF_8);

    @Property(tries = 100)
    void sealed_value_opens_unchanged_in_its_context(@ForAll byte[] clear, @ForAll String context) {
        TinkSealing sealing = sealing(OLD);

        assertThat(sealing.open(sealing.seal(clear, context), context)).isEqualTo(clear);
    }

    @Test
    void sealed_value_is_unreadable_and_unique() {
        byte[] sealed = sealing(OLD).seal(CLEAR, "submission/plan/1");

        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("grace");
        assertThat(sealing(OLD).seal(CLEAR, "submission/plan/1")).isNotEqualTo(sealed);
    }

    @Test
    void sealed_value_opens_only_in_its_row() {
        byte[] sealed = sealing(OLD).seal(CLEAR, "submission/plan/1");

        assertThatThrownBy(() -> sealing(OLD).open(sealed, "submission/plan/2"))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("submission/plan/2")
                .hasMessageNotContaining("grace");
    }

    @Test
    void changed_truncated_or_unsealed_value_does_not_open() {
        byte[] sealed = sealing(OLD).seal(CLEAR, "a");
        byte[] changed = sealed.clone();
        changed[changed.length - 1] ^= 1;

        for (byte[] spoilt : new byte[][] {changed, Arrays.copyOf(sealed, 20), CLEAR, {}, {0, 7}}) {
            assertThatThrownBy(() -> sealing(OLD).open(spoilt, "a")).isInstanceOf(StorageException.class);
        }
    }

    @Test
    void first_key_seals_and_every_key_opens() {
        byte[] byOld = sealing(OLD).seal(CLEAR, "a");
        TinkSealing both = sealing(NEW + "," + OLD);

        assertThat(both.open(byOld, "a")).isEqualTo(CLEAR);
        assertThat(both.open(sealing(NEW).seal(CLEAR, "a"), "a")).isEqualTo(CLEAR);
        assertThat(sealing(NEW).open(both.seal(CLEAR, "a"), "a")).isEqualTo(CLEAR);
        assertThatThrownBy(() -> sealing(OLD).open(both.seal(CLEAR, "a"), "a")).isInstanceOf(StorageException.class);
    }

    @Test
    void sealed_value_begins_with_the_mark_of_its_key() {
        assertThat(sealing(OLD).seal(CLEAR, "a"))
                .startsWith(sealing(OLD + "," + NEW).mark());
        assertThat(sealing(NEW).mark()).isNotEqualTo(sealing(OLD).mark());
    }

    private static TinkSealing sealing(String keys) {
        return new TinkSealing(MasterKeys.parse(keys, "A test"));
    }
}
