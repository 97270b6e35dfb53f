package ghl.gateway.sandbox.search;

import static ghl.gateway.sandbox.Samples.contact;
import static ghl.gateway.sandbox.Samples.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ghl.gateway.sandbox.http.SandboxRefusal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SortOrderTest {

    private final ObjectNode ada = contact("a", "{'firstName':'Ada','dateAdded':'2026-01-03T00:00:00.000Z'}");
    private final ObjectNode ben = contact("b", "{'firstName':'ben','dateAdded':'2026-01-02T00:00:00.000Z'}");
    private final ObjectNode noName = contact("c", "{'dateAdded':'2026-01-01T00:00:00.000Z'}");

    @Test
    void newest_first_by_default() {
        assertThat(sorted(order("[]"))).containsExactly(ada, ben, noName);
    }

    @Test
    void missing_values_sort_last_in_both_directions() {
        assertThat(sorted(order("[{'field':'firstNameLowerCase','direction':'asc'}]")))
                .containsExactly(ada, ben, noName);
        assertThat(sorted(order("[{'field':'firstNameLowerCase','direction':'desc'}]")))
                .containsExactly(ben, ada, noName);
    }

    @Test
    void cursor_holds_date_added_and_id() {
        assertThat(order("[]").cursor(ada))
                .isEqualTo(json("{'c':[1767398400000,'a']}").get("c"));
    }

    @Test
    void cursor_continues_after_its_row_in_every_order() {
        for (String sort : List.of(
                "[]", "[{'field':'firstNameLowerCase','direction':'desc'},{'field':'dateAdded','direction':'asc'}]")) {
            SortOrder order = order(sort);
            List<ObjectNode> all = sorted(order);

            List<ObjectNode> rest = all.stream()
                    .filter(contact -> order.isAfter(contact, order.cursor(all.get(0))))
                    .toList();

            assertThat(rest).isEqualTo(all.subList(1, 3));
        }
    }

    @Test
    void unknown_sort_field_is_refused() {
        assertThatThrownBy(() -> order("[{'field':'phone','direction':'asc'}]"))
                .isInstanceOf(SandboxRefusal.class)
                .hasMessageContaining("Invalid field phone");
    }

    private List<ObjectNode> sorted(SortOrder order) {
        return Stream.of(noName, ada, ben).sorted(order.comparator()).toList();
    }

    private static SortOrder order(String sort) {
        return SortOrder.of(json("{'s':" + sort + "}").get("s"));
    }
}
