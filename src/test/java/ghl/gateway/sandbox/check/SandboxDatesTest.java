package ghl.gateway.sandbox.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SandboxDatesTest {

    @Test
    void instants_are_written_with_milliseconds_and_z() {
        assertThat(SandboxDates.iso(Instant.parse("2020-10-25T11:00:00Z"))).isEqualTo("2020-10-25T11:00:00.000Z");
    }

    @Test
    void an_offset_is_converted() {
        assertThat(SandboxDates.instant("2020-10-25T11:00:00+02:00", ZoneOffset.UTC))
                .contains(Instant.parse("2020-10-25T09:00:00Z"));
    }

    @Test
    void date_without_offset_starts_in_the_zone() {
        assertThat(SandboxDates.instant("2026-11-02", ZoneId.of("America/New_York")))
                .contains(Instant.parse("2026-11-02T05:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1990-09-25", "1990/09/25", "1990.09.25", "1990_09_25", "09-25-1990", "09/25/1990"})
    void date_of_birth_has_several_formats(String text) {
        assertThat(SandboxDates.birthDate(text)).contains(LocalDate.of(1990, 9, 25));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1990-13-25", "1990-09/25", "25-09-1990", "September"})
    void invalid_date_is_refused(String text) {
        assertThat(SandboxDates.birthDate(text)).isEmpty();
    }
}
