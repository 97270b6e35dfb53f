package ghl.gateway.highlevel.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorJsonTest {

    @ParameterizedTest
    @CsvSource({
        "Contact with id abc not found, true",
        "Task not found, true",
        "not found: contact, false",
        "contactless not found, false",
        "contact is invalid, false",
    })
    void missing_record_is_recognized_by_its_reason(String reason, boolean isMissing) {
        assertThat(error(reason).isRecordNotFound(400)).isEqualTo(isMissing);
    }

    @Test
    void reason_of_a_million_characters_is_read_in_linear_time() {
        ErrorJson error = error("contact ".repeat(125_000));

        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> assertThat(error.isRecordNotFound(400))
                .isFalse());
    }

    private static ErrorJson error(String reason) {
        return new ErrorJson(List.of(reason), null, null);
    }
}
