package ghl.gateway.submission.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DueInTest {

    private static final ZonedDateTime FRIDAY_NOON = ZonedDateTime.parse("2026-11-20T12:00-05:00[America/New_York]");

    @ParameterizedTest
    @CsvSource({
        "P1D, 2026-11-21T17:00:00Z",
        "PT4H, 2026-11-20T21:00:00Z",
        "P1DT12H, 2026-11-22T05:00:00Z",
        "P1W, 2026-11-27T17:00:00Z",
        "2 days, 2026-11-22T17:00:00Z",
        "30 minutes, 2026-11-20T17:30:00Z",
        "1 month, 2026-12-20T17:00:00Z",
        "1 business day, 2026-11-23T17:00:00Z",
        "1 business day at 09:00, 2026-11-23T14:00:00Z",
        "5 Business Days, 2026-11-27T17:00:00Z",
        "'  2   days ', 2026-11-22T17:00:00Z",
    })
    void counts_from_now_in_the_zone_of_the_location(String text, String due) {
        assertThat(DueIn.resolve(text, FRIDAY_NOON)).hasToString("Optional[" + due + "]");
    }

    @Test
    void day_keeps_its_hour_when_clocks_change() {
        ZonedDateTime beforeChange = ZonedDateTime.parse("2026-10-31T12:00-04:00[America/New_York]");

        assertThat(DueIn.resolve("P1D", beforeChange)).hasToString("Optional[2026-11-01T17:00:00Z]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "soon", "P", "PT", "-P1D", "P-1D", "2 days at 25:00", "days 2", "99999 days", "1 fortnight"})
    void other_texts_are_rejected(String text) {
        assertThat(DueIn.resolve(text, FRIDAY_NOON)).isEmpty();
    }
}
