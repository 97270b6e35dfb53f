package ghl.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is counted of request bodies, and when it is given back. */
class BodyBudgetTest {

    private static final int FREE = 16 * 1024;

    private final BodyBudget budget = new BodyBudget(1000);

    @Test
    void first_bytes_of_a_body_are_free() {
        BodyShare large = budget.share();
        assertThat(large.add(FREE)).isTrue();
        assertThat(large.add(1000)).isTrue();
        assertThat(large.add(1)).isFalse();

        assertThat(budget.share().add(FREE)).isTrue();
        assertThat(budget.share().add(FREE + 1)).isFalse();
    }

    @Test
    void every_byte_counts_where_a_connection_carries_many_bodies() {
        assertThat(budget.shareOfStream().add(1000)).isTrue();
        assertThat(budget.shareOfStream().add(1)).isFalse();
    }

    @Test
    void released_bytes_are_available_again() {
        BodyShare large = budget.share();
        large.add(FREE + 1000);
        large.release();
        large.release();

        assertThat(large.add(1)).isFalse();
        assertThat(budget.share().add(FREE + 1000)).isTrue();
        assertThat(budget.share().add(FREE + 1)).isFalse();
    }

    @Test
    void compressed_bodies_take_at_most_half_of_the_budget_each() {
        BodyBudget small = new BodyBudget(4 * FREE);
        BodyShare first = small.share();
        assertThat(first.reserve(1024 * FREE)).isTrue();
        assertThat(small.shareOfStream().reserve(1024 * FREE)).isTrue();
        assertThat(small.shareOfStream().reserve(1024 * FREE)).isFalse();

        first.release();

        assertThat(small.share().reserve(1024 * FREE)).isTrue();
    }

    @Test
    void cleared_share_serves_the_next_message() {
        BodyShare messages = budget.share();
        for (int i = 0; i < 3; i++) {
            assertThat(messages.add(FREE + 1000)).isTrue();
            messages.clear();
        }
    }
}
