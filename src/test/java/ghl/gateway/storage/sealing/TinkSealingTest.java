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
    void what_goes_in_comes_out_where_it_belongs(@ForAll byte[] clear, @ForAll String context) {
        TinkSealing sealing = sealing(OLD);

        assertThat(sealing.open(sealing.seal(clear, context), context)).isEqualTo(clear);
    }

    @Test
    void nothing_of_it_can_be_read_and_no_two_are_alike() {
        byte[] sealed = sealing(OLD).seal(CLEAR, "submission/plan/1");

        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("grace");
        assertThat(sealing(OLD).seal(CLEAR, "submission/plan/1")).isNotEqualTo(sealed);
    }

    @Test
    void it_opens_only_in_its_own_row() {
        byte[] sealed = sealing(OLD).seal(CLEAR, "submission/plan/1");

        assertThatThrownBy(() -> sealing(OLD).open(sealed, "submission/plan/2"))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("submission/plan/2")
                .hasMessageNotContaining("grace");
    }

    @Test
    void a_changed_byte_a_cut_end_and_what_was_never_sealed_do_not_open() {
        byte[] sealed = sealing(OLD).seal(CLEAR, "a");
        byte[] changed = sealed.clone();
        changed[changed.length - 1] ^= 1;

        for (byte[] spoilt : new byte[][] {changed, Arrays.copyOf(sealed, 20), CLEAR, {}, {0, 7}}) {
            assertThatThrownBy(() -> sealing(OLD).open(spoilt, "a")).isInstanceOf(StorageException.class);
        }
    }

    @Test
    void the_first_key_seals_and_all_open() {
        byte[] byOld = sealing(OLD).seal(CLEAR, "a");
        TinkSealing both = sealing(NEW + "," + OLD);

        assertThat(both.open(byOld, "a")).isEqualTo(CLEAR);
        assertThat(both.open(sealing(NEW).seal(CLEAR, "a"), "a")).isEqualTo(CLEAR);
        assertThat(sealing(NEW).open(both.seal(CLEAR, "a"), "a")).isEqualTo(CLEAR);
        assertThatThrownBy(() -> sealing(OLD).open(both.seal(CLEAR, "a"), "a")).isInstanceOf(StorageException.class);
    }

    @Test
    void what_is_sealed_says_by_which_key() {
        assertThat(sealing(OLD).seal(CLEAR, "a"))
                .startsWith(sealing(OLD + "," + NEW).mark());
        assertThat(sealing(NEW).mark()).isNotEqualTo(sealing(OLD).mark());
    }

    private static TinkSealing sealing(String keys) {
        return new TinkSealing(MasterKeys.of(keys, "A test"));
    }
}
