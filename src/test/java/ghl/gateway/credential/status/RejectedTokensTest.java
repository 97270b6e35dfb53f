package ghl.gateway.credential.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RejectedTokensTest {

    /** A caller with access to all locations can name any number of them. */
    @Test
    void remembered_locations_are_bounded() {
        RejectedTokens tokens = new RejectedTokens(Clock.systemUTC());

        IntStream.range(0, 30_000).forEach(i -> tokens.rejected("location" + i));

        assertThat(IntStream.range(0, 30_000)
                        .filter(i -> tokens.since("location" + i).isPresent())
                        .count())
                .isPositive()
                .isLessThan(11_000);
    }
}
