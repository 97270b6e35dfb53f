package ghl.gateway.sandbox.contact;

import static org.assertj.core.api.Assertions.assertThat;

import ghl.gateway.sandbox.http.SandboxJson;
import java.util.List;
import org.junit.jupiter.api.Test;

class TagsTest {

    @Test
    void tags_are_lower_case_trimmed_and_unique() {
        assertThat(Tags.normalized(SandboxJson.parse("[\"Web Lead\", \" web lead \", \"VIP\", \"  \"]")))
                .containsExactly("web lead", "vip");
    }

    @Test
    void adding_tags_keeps_existing_ones() {
        assertThat(Tags.union(List.of("a", "b"), List.of("b", "c"))).containsExactly("a", "b", "c");
    }

    @Test
    void removing_tags_keeps_the_others() {
        assertThat(Tags.minus(List.of("a", "b"), List.of("b", "c"))).containsExactly("a");
        assertThat(Tags.common(List.of("b", "c"), List.of("a", "b"))).containsExactly("b");
    }
}
