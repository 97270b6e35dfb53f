package ghl.gateway.storage.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ghl.gateway.fixture.SettingsReader;
import ghl.gateway.storage.postgres.PostgresAddress;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.ConfigValidationException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StorageConfigTest {

    @Test
    void no_or_blank_address_selects_sqlite() {
        assertThat(postgres(Map.of())).isEmpty();
        assertThat(postgres(Map.of("gateway.db.url", "  "))).isEmpty();
    }

    @Test
    void address_selects_postgresql() {
        assertThat(postgres(Map.of(
                        "gateway.db.url", "postgresql://db/gateway",
                        "gateway.db.username", "ada",
                        "gateway.db.password", "sesame")))
                .hasValueSatisfying(address -> {
                    assertThat(address.user()).isEqualTo("ada");
                    assertThat(address.password()).isEqualTo("sesame");
                });
    }

    @Test
    void user_without_an_address_is_refused() {
        assertThatThrownBy(() -> postgres(Map.of("gateway.db.username", "ada")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("GATEWAY_DB_USERNAME is set but GATEWAY_DB_URL is missing: set it to use PostgreSQL, or"
                        + " unset both to keep the data in GATEWAY_DATA.");
    }

    @Test
    void password_without_an_address_is_refused_and_not_repeated() {
        assertThatThrownBy(() -> postgres(Map.of("gateway.db.password", "sesame")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("GATEWAY_DB_PASSWORD is set but GATEWAY_DB_URL is missing")
                .hasMessageNotContaining("sesame");
    }

    @Test
    void pool_that_a_single_thread_can_exhaust_is_refused() {
        assertThatThrownBy(() -> postgres(Map.of("gateway.db.pool-size", "1")))
                .isInstanceOf(ConfigValidationException.class)
                .hasMessageContaining("gateway.db.pool-size must be at least 2 (got 1)");
    }

    private static Optional<PostgresAddress> postgres(Map<String, String> settings) {
        return DatabaseFactory.postgres(SettingsReader.read(StorageConfig.class, settings));
    }
}
