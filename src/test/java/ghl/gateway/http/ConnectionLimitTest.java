package ghl.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The default limit of connections. */
class ConnectionLimitTest {

    @ParameterizedTest
    @CsvSource({"9223372036854775807, 2000", "1024, 824", "64, 100"})
    void limit_leaves_files_for_the_rest_of_the_process(long files, long connections) {
        assertThat(ConnectionLimit.limit(files)).isEqualTo(connections);
    }
}
