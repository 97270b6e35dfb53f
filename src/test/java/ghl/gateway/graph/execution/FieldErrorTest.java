package ghl.gateway.graph.execution;

import static org.assertj.core.api.Assertions.assertThat;

import ghl.gateway.storage.OutageReason;
import ghl.gateway.storage.StorageException;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class FieldErrorTest {

    @Test
    void outage_of_the_database_is_named_and_may_be_tried_again() {
        StorageException outage =
                new StorageException("Database error: PostgreSQL does not answer", null, OutageReason.NO_ANSWER);

        FieldError error = FieldError.of(new CompletionException(outage));

        assertThat(error.message()).isEqualTo("Database error: PostgreSQL does not answer. Try again later");
        assertThat(error.extensions()).isEqualTo(Map.of("code", "STORAGE_UNAVAILABLE", "retryable", true));
    }

    @Test
    void other_failure_of_the_database_is_a_defect() {
        FieldError error = FieldError.of(new StorageException("Database error: no such column", null));

        assertThat(error.extensions()).containsEntry("code", "INTERNAL");
    }
}
