package ghl.gateway.storage.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StorageSettingsTest {

    @Test
    void without_an_address_it_is_sqlite() {
        assertThat(StorageSettings.of(config(null, null, null, 20)).postgres()).isEmpty();
        assertThat(StorageSettings.of(config("  ", null, null, 20)).postgres()).isEmpty();
    }

    @Test
    void with_an_address_it_is_postgresql() {
        assertThat(StorageSettings.of(config("postgresql://db/gateway", "ada", "sesame", 20))
                        .postgres())
                .hasValueSatisfying(address -> {
                    assertThat(address.user()).isEqualTo("ada");
                    assertThat(address.password()).isEqualTo("sesame");
                });
    }

    @Test
    void a_user_without_an_address_is_half_a_configuration() {
        assertThatThrownBy(() -> StorageSettings.of(config(null, "ada", null, 20)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("GATEWAY_DB_USERNAME is set but GATEWAY_DB_URL is missing: set it to use a PostgreSQL, or"
                        + " unset both to keep the data in GATEWAY_DATA.");
    }

    @Test
    void a_password_without_an_address_is_not_repeated() {
        assertThatThrownBy(() -> StorageSettings.of(config(null, null, "sesame", 20)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("GATEWAY_DB_PASSWORD is set but GATEWAY_DB_URL is missing")
                .hasMessageNotContaining("sesame");
    }

    @Test
    void a_pool_that_a_single_thread_can_exhaust() {
        assertThatThrownBy(() -> StorageSettings.of(config(null, null, null, 1)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("GATEWAY_DB_POOL_SIZE is 1, but");
    }

    private static StorageConfig config(String url, String username, String password, int poolSize) {
        return new StorageConfig() {
            @Override
            public Optional<String> url() {
                return Optional.ofNullable(url);
            }

            @Override
            public Optional<String> username() {
                return Optional.ofNullable(username);
            }

            @Override
            public Optional<String> password() {
                return Optional.ofNullable(password);
            }

            @Override
            public int poolSize() {
                return poolSize;
            }

            @Override
            public Path data() {
                return Path.of("data");
            }
        };
    }
}
