package ghl.gateway.highlevel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CrmSettingsTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "unset",
            value = {"unset, unset, unset", "'', ' ', ''", "sandbox, unset, unset", "' sandbox ', '', unset"})
    void nothing_set_or_sandbox_said_aloud_is_the_sandbox(String url, String token, String locationId) {
        CrmSettings settings = decide(url, token, locationId);

        assertThat(settings.isSandbox()).isTrue();
        assertThat(settings.token()).isEqualTo("pit-sandbox");
        assertThat(settings.locationId()).isEqualTo("sbxMainLocation00001");
    }

    @Test
    void a_container_wants_the_sandbox_said_aloud() {
        assertThatThrownBy(() -> CrmSettings.decide(Optional.empty(), Optional.empty(), Optional.empty(), false))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("HIGHLEVEL_URL=sandbox");
        assertThat(CrmSettings.decide(Optional.of("sandbox"), Optional.empty(), Optional.empty(), false)
                        .isSandbox())
                .isTrue();
    }

    @Test
    void token_and_location_are_the_vendors_crm() {
        CrmSettings settings = decide(null, " pit-1 ", "loc1");

        assertThat(settings).isEqualTo(new CrmSettings(URI.create(CrmSettings.VENDOR), "pit-1", "loc1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://crm.example.com",
                "http://127.0.0.1:8080/sandbox",
                "http://localhost:9",
                "http://[::1]:9",
                "http://127.0.0.2"
            })
    void token_location_and_address_are_that_crm(String url) {
        assertThat(decide(url, "pit-1", "loc1").url()).isEqualTo(URI.create(url));
    }

    @Test
    void a_slash_at_the_end_of_the_address_changes_nothing() {
        assertThat(decide("https://crm.example.com/", "pit-1", "loc1").url())
                .isEqualTo(URI.create("https://crm.example.com"));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "unset",
            delimiter = '|',
            value = {
                "unset | pit-1 | unset | HIGHLEVEL_TOKEN is set but HIGHLEVEL_LOCATION_ID is missing",
                "unset | unset | loc1 | HIGHLEVEL_LOCATION_ID is set but HIGHLEVEL_TOKEN is missing",
                "https://a.example | pit-1 | '' | HIGHLEVEL_TOKEN is set but HIGHLEVEL_LOCATION_ID is missing",
                "https://a.example | unset | unset | HIGHLEVEL_URL names a CRM but HIGHLEVEL_TOKEN and"
                        + " HIGHLEVEL_LOCATION_ID are missing",
                "sandbox | pit-1 | loc1 | unset HIGHLEVEL_TOKEN and HIGHLEVEL_LOCATION_ID",
                "sandbox | pit-1 | unset | unset HIGHLEVEL_TOKEN,",
                "sandbox | unset | loc1 | unset HIGHLEVEL_LOCATION_ID,",
                "crm.example.com | pit-1 | loc1 | HIGHLEVEL_URL is no address of a CRM",
                "ftp://crm.example.com | pit-1 | loc1 | HIGHLEVEL_URL is no address of a CRM",
                "https:// | pit-1 | loc1 | HIGHLEVEL_URL is no address of a CRM",
                "not an address | pit-1 | loc1 | HIGHLEVEL_URL is no address of a CRM",
                "Sandbox2 | pit-1 | loc1 | HIGHLEVEL_URL is no address of a CRM",
                "http://crm.example.com | pit-1 | loc1 | would send the token in clear to crm.example.com",
                "http://127.0.0.1.evil.example | pit-1 | loc1 | would send the token in clear",
                "http://localhost.evil.example | pit-1 | loc1 | would send the token in clear",
                "https://me:secret@crm.example.com | pit-1 | loc1 | names a user",
            })
    void any_other_mixture_is_refused_with_a_sentence(String url, String token, String locationId, String sentence) {
        assertThatThrownBy(() -> decide(url, token, locationId))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(sentence);
    }

    @Test
    void the_token_is_not_printed_even_in_the_wrong_place() {
        assertThat(decide(null, "pit-1", "loc1")).asString().doesNotContain("pit-1");
        assertThatThrownBy(() -> decide("pit-1", "pit-1", "loc1")).hasMessageNotContaining("pit-1");
    }

    private static CrmSettings decide(String url, String token, String locationId) {
        return CrmSettings.decide(
                Optional.ofNullable(url), Optional.ofNullable(token), Optional.ofNullable(locationId), true);
    }
}
