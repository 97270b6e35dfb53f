package ghl.gateway.highlevel.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ghl.gateway.highlevel.TestSettings;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.net.URI;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
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
        assertThat(settings.locationId()).isEqualTo("sbxMainLocation00001");
    }

    @Test
    void a_container_wants_the_sandbox_said_aloud() {
        assertThatThrownBy(() -> TestSettings.of(Map.of("highlevel.implicit-sandbox", "false")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("HIGHLEVEL_URL=sandbox");
        assertThat(TestSettings.of(Map.of("highlevel.implicit-sandbox", "false", "highlevel.url", "sandbox"))
                        .isSandbox())
                .isTrue();
    }

    @Test
    void token_and_location_are_the_vendors_crm() {
        CrmSettings settings = decide(null, " pit-1 ", "loc1");

        assertThat(settings)
                .isEqualTo(new CrmSettings(
                        URI.create(CrmSettings.VENDOR), Map.of("loc1", "pit-1"), Map.of(), "loc1", false));
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

    @Test
    void several_locations_have_names() {
        CrmSettings settings = TestSettings.of(Map.of(
                "highlevel.locations.berlin.id", "loc1",
                "highlevel.locations.berlin.token", "pit-1",
                "highlevel.locations.new-york.id", "loc2",
                "highlevel.locations.new-york.token", "pit-2"));

        assertThat(settings.tokens()).isEqualTo(Map.of("loc1", "pit-1", "loc2", "pit-2"));
        assertThat(settings.named()).isEqualTo(Map.of("berlin", "loc1", "new-york", "loc2"));
        assertThat(settings.locationId()).isNull();
        assertThat(settings).asString().doesNotContain("pit-");
    }

    @Test
    void one_of_them_may_be_the_gateways_own_and_the_only_one_is() {
        Map<String, String> berlin =
                Map.of("highlevel.locations.berlin.id", "loc1", "highlevel.locations.berlin.token", "pit-1");

        assertThat(TestSettings.of(berlin).locationId()).isEqualTo("loc1");
        assertThat(TestSettings.of(TestSettings.with(berlin, "highlevel.location-id", "berlin"))
                        .locationId())
                .isEqualTo("loc1");
    }

    @Test
    void an_app_needs_no_token() {
        CrmSettings settings = TestSettings.of(Map.of(
                "highlevel.oauth.client-id", "app-1",
                "highlevel.oauth.client-secret", "hush",
                "highlevel.oauth.redirect-uri", "https://gateway.example/oauth/callback"));

        assertThat(settings.app()).isTrue();
        assertThat(settings.isSandbox()).isFalse();
        assertThat(settings.tokens()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "locations.a.id=1;locations.a.token=t;token=x;location-id=1"
                        + " | HIGHLEVEL_TOKEN and HIGHLEVEL_LOCATIONS_A_TOKEN are both set",
                "locations.a-b.id=1 | HIGHLEVEL_LOCATIONS_A_B_TOKEN is missing",
                "locations.a.token=t | HIGHLEVEL_LOCATIONS_A_ID is missing",
                "locations.a.id=1;locations.a.token=t;locations.b.id=1;locations.b.token=t"
                        + " | gives the location 1 two names",
                "url=sandbox;locations.a.id=1;locations.a.token=t | unset HIGHLEVEL_LOCATIONS_",
                "locations.a.id=1;locations.a.token=t;location-id=2 | HIGHLEVEL_LOCATION_ID is 2, for which there is no token",
                "oauth.client-id=1;oauth.client-secret=t;oauth.redirect-uri=foo"
                        + " | HIGHLEVEL_OAUTH_REDIRECT_URI is not where",
                "oauth.client-id=1;oauth.client-secret=t;oauth.redirect-uri=https://g.example/callback"
                        + " | HIGHLEVEL_OAUTH_REDIRECT_URI is not where",
                "oauth.client-id=1;oauth.client-secret=t;oauth.redirect-uri=https://g.example/oauth/callback;"
                        + "oauth.consent-url=not a url | HIGHLEVEL_OAUTH_CONSENT_URL is no address",
                "oauth.client-id=1 | HIGHLEVEL_OAUTH_CLIENT_SECRET is missing",
                "oauth.client-id=1;oauth.client-secret=t | HIGHLEVEL_OAUTH_REDIRECT_URI is missing",
            })
    void half_of_such_settings_is_refused_with_a_sentence(String settings, String sentence) {
        Map<String, String> all = Arrays.stream(settings.split(";"))
                .map(setting -> setting.split("="))
                .collect(Collectors.toMap(pair -> "highlevel." + pair[0], pair -> pair[1]));

        assertThatThrownBy(() -> TestSettings.of(all))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(sentence);
    }

    private static CrmSettings decide(String url, String token, String locationId) {
        Map<String, String> settings = new HashMap<>();
        settings.put("highlevel.url", url);
        settings.put("highlevel.token", token);
        settings.put("highlevel.location-id", locationId);
        settings.values().removeIf(Objects::isNull);
        return TestSettings.of(settings);
    }
}
