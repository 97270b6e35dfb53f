package ghl.gateway.graph.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ghl.gateway.contact.InvalidInputException;
import ghl.gateway.contact.UpstreamPosition;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    @Test
    void packed_position_is_unpacked_unchanged() {
        UpstreamPosition position = new UpstreamPosition("list", List.of("1718000000000", "sbxContactAda0000001"));

        assertThat(Cursor.unpack(Cursor.pack(position))).isEqualTo(position);
    }

    @Test
    void null_cursor_is_null_position() {
        assertThat(Cursor.unpack(null)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "!!!", "bGlzdA"})
    void invalid_cursor_is_rejected(String cursor) {
        assertThatThrownBy(() -> Cursor.unpack(cursor)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void cursor_with_many_values_is_rejected() {
        String cursor = Cursor.pack(new UpstreamPosition("search", Collections.nCopies(1_000, "1")));

        assertThatThrownBy(() -> Cursor.unpack(cursor)).isInstanceOf(InvalidInputException.class);
    }
}
