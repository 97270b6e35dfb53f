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
    void known_and_unrelated_settings_are_accepted() {
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
    void unknown_location_setting_is_refused(String stray) {
        assertThatThrownBy(() -> UnknownLocationSettings.check(
                        List.of("HIGHLEVEL_LOCATIONS_BERLIN_ID", stray), Set.of("berlin")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith(stray.toUpperCase().replace('.', '_') + " is not a setting");
    }
}
