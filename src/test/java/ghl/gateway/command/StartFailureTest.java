package ghl.gateway.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import ghl.gateway.fixture.SettingsReader;
import ghl.gateway.highlevel.settings.HighLevelConfig;
import ghl.gateway.publicform.IntakeConfig;
import ghl.gateway.submission.delivery.SubmissionConfig;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StartFailureTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "highlevel.timeout | abc | HIGHLEVEL_TIMEOUT must be a duration such as 10s or 5m (got \"abc\").",
                "highlevel.timeout | 0s | HIGHLEVEL_TIMEOUT must be longer than 0s (got PT0S).",
                "highlevel.timeout | 2m | HIGHLEVEL_TIMEOUT must be at most 60s (got PT2M).",
                "highlevel.pool-size | many | HIGHLEVEL_POOL_SIZE must be a whole number (got \"many\").",
                "highlevel.pool-size | 0 | HIGHLEVEL_POOL_SIZE must be at least 1 (got 0).",
                "highlevel.budget.daily | 1.5 | HIGHLEVEL_BUDGET_DAILY must be a whole number (got \"1.5\").",
                "highlevel.tasks.gather | no | HIGHLEVEL_TASKS_GATHER must be one of auto,off,on (got \"no\").",
                "highlevel.timeout | '' | HIGHLEVEL_TIMEOUT must not be empty: set it or remove it.",
                "highlevel.cache.size | big | HIGHLEVEL_CACHE_SIZE must be a size such as 64M (got \"big\").",
                "highlevel.cache.ttl | -PT1S | HIGHLEVEL_CACHE_TTL must be 0s or longer (got PT-1S).",
                "highlevel.oauth.sweep | PT0.9S | HIGHLEVEL_OAUTH_SWEEP must be at least 1s (got PT0.9S).",
                "highlevel.locations.a-b.id | 1 | HIGHLEVEL_LOCATIONS_A_B_TOKEN is missing: set it.",
                "highlevel.timeot | 1s | HIGHLEVEL_TIMEOT (in PropertiesConfigSource[source=test]) is not a setting: correct or"
                        + " remove it.",
                "highlevel.oauth.redirect-uri | x | HIGHLEVEL_OAUTH_REDIRECT_URI must be this gateway's own address as"
                        + " registered in the app, such as https://gateway.example.com/oauth/callback.",
            })
    void wrong_setting_becomes_a_sentence_that_names_the_variable(String key, String value, String sentence) {
        assertThat(problems(HighLevelConfig.class, Map.of(key, value))).containsExactly(sentence);
    }

    @Test
    void wrong_list_element_is_quoted() {
        assertThat(problems(IntakeConfig.class, Map.of("gateway.intake.trusted-proxies", "10.0.0.7,proxy")))
                .containsExactly("GATEWAY_INTAKE_TRUSTED_PROXIES must list addresses or networks, such as 10.0.0.7 or"
                        + " 10.0.0.0/8, separated by commas (got \"10.0.0.7,proxy\").");
    }

    /** Also where the address is too malformed to be parsed. */
    @ParameterizedTest
    @ValueSource(
            strings = {"https://me:hushed@host", "https://me:hush ed@host", "me:hush/ed@host", "https://me:hu@shed@host"
            })
    void password_in_an_address_is_not_shown(String address) {
        List<Map<String, String>> settings = List.of(
                Map.of("gateway.intake.captcha.url", address), Map.of("gateway.intake.trusted-proxies", address));
        for (Map<String, String> setting : settings) {
            assertThat(problems(IntakeConfig.class, setting)).hasSize(1).allSatisfy(problem -> assertThat(problem)
                    .doesNotContain("hu", "ed@")
                    .contains("***@host"));
        }
        for (String key : List.of("highlevel.url", "highlevel.oauth.consent-url", "highlevel.oauth.redirect-uri")) {
            assertThat(problems(HighLevelConfig.class, Map.of(key, address)))
                    .hasSize(1)
                    .allSatisfy(problem -> assertThat(problem).doesNotContain("hu", "shed"));
        }
    }

    @Test
    void variable_of_a_nested_group_is_spelled_with_underscores() {
        assertThat(problems(SubmissionConfig.class, Map.of("submission.derived-key.window", "-PT1S")))
                .containsExactly("SUBMISSION_DERIVED_KEY_WINDOW must be 0s or longer (got PT-1S).");
    }

    @Test
    void blank_id_of_a_location_is_empty() {
        assertThat(problems(
                        HighLevelConfig.class,
                        Map.of("highlevel.locations.a.id", " ", "highlevel.locations.a.token", "t")))
                .containsExactly("HIGHLEVEL_LOCATIONS_A_ID must not be empty: set it or remove it.");
    }

    @Test
    void several_wrong_settings_are_all_reported() {
        assertThat(problems(HighLevelConfig.class, Map.of("highlevel.timeout", "0s", "highlevel.pool-size", "0")))
                .hasSize(2);
    }

    @Test
    void sentence_of_a_start_up_check_is_kept() {
        Throwable failure = new IllegalStateException(new ConfigurationException("GATEWAY_FORMS is not a directory."));

        assertThat(StartFailure.problems(failure)).containsExactly("GATEWAY_FORMS is not a directory.");
    }

    @Test
    void other_failures_are_not_settings() {
        assertThat(StartFailure.problems(new IllegalStateException("broken"))).isEmpty();
        assertThat(StartFailure.problems(null)).isEmpty();
    }

    private static List<String> problems(Class<?> mapping, Map<String, String> settings) {
        return StartFailure.problems(catchThrowable(() -> SettingsReader.read(mapping, settings)));
    }
}
