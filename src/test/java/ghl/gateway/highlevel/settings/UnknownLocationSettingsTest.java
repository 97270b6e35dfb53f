package ghl.gateway.highlevel.settings;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnknownLocationSettingsTest {

    @Test
    void what_is_read_and_what_is_of_something_else_is_let_be() {
        UnknownLocationSettings.check(
                List.of(
                        "HIGHLEVEL_LOCATIONS_BERLIN_ID",
                        "highlevel.locations.berlin.token",
                        "HIGHLEVEL_LOCATIONS__A_B__ID",
                        "highlevel.locations.\"a.b\".token",
                        "HIGHLEVEL_LOCATIONS_NEW_YORK_TOKEN",
                        "highlevel.locations.new-york.id",
                        "HIGHLEVEL_LOCATION_ID",
                        "HIGHLEVEL_TOKEN"),
                Set.of("berlin", "a.b", "new-york"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HIGHLEVEL_LOCATIONS_NEW_YORK_ID",
                "highlevel.locations.new.york.token",
                "HIGHLEVEL_LOCATIONS_BERLIN_TOKN",
                "HIGHLEVEL_LOCATIONS_BERLIN",
                "HIGHLEVEL_LOCATIONS"
            })
    void what_nothing_reads_stops_the_start(String stray) {
        assertThatThrownBy(() -> UnknownLocationSettings.check(
                        List.of("HIGHLEVEL_LOCATIONS_BERLIN_ID", stray), Set.of("berlin")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith(stray.toUpperCase().replace('.', '_') + " is not read by anything");
    }
}
