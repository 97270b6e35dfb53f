package ghl.gateway.submission.delivery;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ghl.gateway.fixture.SettingsReader;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.ConfigValidationException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubmissionConfigTest {

    private static final Duration CALL_TIMEOUT = Duration.ofSeconds(10);

    @Test
    void defaults_are_valid() {
        assertThatCode(() -> check(Map.of())).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "submission.threads, 0",
        "submission.heartbeat, 0s",
        "submission.poll, 0s",
        "submission.sweep, -PT1S",
        "submission.retry.first, 0s",
        "submission.retry.give-up, 0s",
        "submission.retention, 0s",
        "submission.quarantine.retention, 0s",
        "submission.quarantine.size, 0",
        "submission.credentials-recheck, 0s",
        "submission.quiet, -PT1S",
        "submission.settle, -PT1S",
        "submission.find-again, -PT1S",
        "submission.lane-patience, -PT1S"
    })
    void value_out_of_range_is_refused(String key, String value) {
        assertThatThrownBy(() -> check(Map.of(key, value)))
                .isInstanceOf(ConfigValidationException.class)
                .hasMessageContaining(key + " must be ");
    }

    @Test
    void settings_that_contradict_each_other_are_all_reported() {
        Map<String, String> settings =
                Map.of("submission.lease", "8s", "submission.heartbeat", "5s", "submission.retry.longest", "500ms");

        assertThatThrownBy(() -> check(settings))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("SUBMISSION_LEASE must be at least twice HIGHLEVEL_TIMEOUT, PT20S (got PT8S).")
                .hasMessageContaining("SUBMISSION_LEASE must be at least twice SUBMISSION_HEARTBEAT, PT10S (got PT8S).")
                .hasMessageContaining(
                        "SUBMISSION_RETRY_LONGEST must be at least SUBMISSION_RETRY_FIRST, PT1S (got PT0.5S).");
    }

    private static void check(Map<String, String> settings) {
        SubmissionConfigCheck.check(SettingsReader.read(SubmissionConfig.class, settings), CALL_TIMEOUT);
    }
}
