package ghl.gateway.sandbox.gate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SlidingWindowTest {

    private final SlidingWindow window = new SlidingWindow();

    @Test
    void timestamp_expires_after_ten_seconds() {
        window.add(1_000);

        assertThat(window.size(10_999)).isEqualTo(1);
        assertThat(window.size(11_000)).isZero();
    }

    @Test
    void window_slides_continuously() {
        window.add(9_900);
        window.add(10_100);

        assertThat(window.size(19_950)).isEqualTo(1);
        assertThat(window.max()).isEqualTo(2);
    }

    @Test
    void report_counts_per_second() {
        window.add(500);
        window.add(9_200);
        window.add(9_900);

        assertThat(window.perSecond(10_000)).containsExactly(1, 0, 0, 0, 0, 0, 0, 0, 0, 2);
    }
}
