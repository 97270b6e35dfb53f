package ghl.gateway.highlevel.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ghl.gateway.highlevel.TestSettings;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.ConfigValidationException;
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
    void no_setting_or_explicit_sandbox_selects_the_sandbox(String url, String token, String locationId) {
        CrmSettings settings = decide(url, token, locationId);

        assertThat(settings.isSandbox()).isTrue();
        assertThat(settings.locationId()).isEqualTo("sbxMainLocation00001");
    }

    @Test
    void sandbox_must_be_explicit_without_implicit_sandbox() {
        assertThatThrownBy(() -> TestSettings.of(Map.of("highlevel.implicit-sandbox", "false")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("HIGHLEVEL_URL=sandbox");
        assertThat(TestSettings.of(Map.of("highlevel.implicit-sandbox", "false", "highlevel.url", "sandbox"))
                        .isSandbox())
                .isTrue();
    }

    @Test
    void token_and_location_select_the_vendors_crm() {
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
                "https://[2001:db8::7]:8443/crm%20v2",
                "http://localhost:9",
                "http://[::1]:9",
                "http://127.0.0.2"
            })
    void token_location_and_address_select_that_crm(String url) {
        assertThat(decide(url, "pit-1", "loc1").url()).isEqualTo(URI.create(url));
    }

    @Test
    void trailing_slash_of_the_address_is_ignored() {
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
            })
    void incomplete_settings_are_refused(String url, String token, String locationId, String sentence) {
        assertThatThrownBy(() -> decide(url, token, locationId))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(sentence);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "crm.example.com",
                "ftp://crm.example.com",
                "https://",
                "https://a..b",
                "not an address",
                "Sandbox2",
                "http://crm.example.com",
                "http://127.0.0.1.evil.example",
                "http://localhost.evil.example",
                "https://me:secret@crm.example.com",
                "http://localhost:secret@crm.example.com",
                "pit-1"
            })
    void wrong_address_is_refused_and_not_repeated(String url) {
        assertThatThrownBy(() -> decide(url, "pit-1", "loc1"))
                .isInstanceOf(ConfigValidationException.class)
                .hasMessageContaining("highlevel.url must be `sandbox` or the address of a CRM")
                .hasMessageContaining("https (http on this machine only), without a user")
                .hasMessageNotContaining(url.equals("https://") ? "\"https://\"" : url);
    }

    @Test
    void token_is_not_printed() {
        assertThat(decide(null, "pit-1", "loc1")).asString().doesNotContain("pit-1");
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
    void default_location_is_the_only_one_or_the_one_named() {
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
                        + " | HIGHLEVEL_TOKEN cannot be combined with HIGHLEVEL_LOCATIONS_",
                "locations.a.id=1;locations.a.token=t;locations.b.id=1;locations.b.token=t"
                        + " | gives the location 1 two names",
                "url=sandbox;locations.a.id=1;locations.a.token=t | unset HIGHLEVEL_LOCATIONS_",
                "locations.a.id=1;locations.a.token=t;location-id=2 | HIGHLEVEL_LOCATION_ID is 2, a location without a token",
                "oauth.client-id=1 | HIGHLEVEL_OAUTH_CLIENT_SECRET and HIGHLEVEL_OAUTH_REDIRECT_URI are missing",
                "oauth.client-id=1;oauth.client-secret=t | HIGHLEVEL_OAUTH_REDIRECT_URI is missing",
            })
    void contradictory_credentials_are_refused(String settings, String sentence) {
        assertThatThrownBy(() -> TestSettings.of(parsed(settings)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "locations.a-b.id=1 | highlevel.locations.a-b.token is required",
                "locations.a.token=t | highlevel.locations.a.id is required",
                "locations.a.token=t;locations.a.id=' ' | highlevel.locations.a.id",
                "oauth.redirect-uri=foo | highlevel.oauth.redirect-uri must be this gateway's own address",
                "oauth.redirect-uri=https://g.example/callback | highlevel.oauth.redirect-uri must be this",
                "oauth.redirect-uri=https://g.example/oauth/callback?a=b | highlevel.oauth.redirect-uri must be this",
                "oauth.consent-url=not a url | highlevel.oauth.consent-url must be the address",
            })
    void invalid_credentials_are_refused(String settings, String problem) {
        assertThatThrownBy(() -> TestSettings.of(parsed(settings)))
                .isInstanceOf(ConfigValidationException.class)
                .hasMessageContaining(problem);
    }

    private static Map<String, String> parsed(String settings) {
        return Arrays.stream(settings.split(";"))
                .map(setting -> setting.split("=", 2))
                .collect(Collectors.toMap(pair -> "highlevel." + pair[0], pair -> pair[1].replace("'", "")));
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
