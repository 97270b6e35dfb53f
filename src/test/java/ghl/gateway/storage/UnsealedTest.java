package ghl.gateway.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class UnsealedTest {

    private final Sealing sealing = new Unsealed();

    @Test
    void what_goes_in_comes_out() {
        byte[] clear = "form".getBytes(StandardCharsets.UTF_8);

        assertThat(sealing.open(sealing.seal(clear, "a"), "a")).isEqualTo(clear);
        assertThat(sealing.open(sealing.seal(new byte[0], "a"), "a")).isEmpty();
    }

    @Test
    void what_it_keeps_says_that_it_is_not_sealed() {
        assertThat(sealing.seal(new byte[] {7}, "a")).containsExactly(Unsealed.CLEAR, 7);
    }

    @Test
    void what_was_sealed_with_a_key_is_not_taken_for_clear() {
        assertThatThrownBy(() -> sealing.open(new byte[] {1, 7}, "a")).isInstanceOf(StorageException.class);
        assertThatThrownBy(() -> sealing.open(new byte[0], "a")).isInstanceOf(StorageException.class);
    }
}
