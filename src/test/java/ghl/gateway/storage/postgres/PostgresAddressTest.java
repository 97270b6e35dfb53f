package ghl.gateway.storage.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresAddressTest {

    @Test
    void jdbc_address_is_split_into_url_and_credentials() {
        PostgresAddress address = of("jdbc:postgresql://db:5433/gateway?user=ada&sslmode=require&password=p%26w");

        assertThat(address)
                .isEqualTo(new PostgresAddress(
                        "jdbc:postgresql://db:5433/gateway?sslmode=require", "ada", "p&w", "db:5433/gateway"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql://ada:p%26w+@db/gateway", "postgres://ada:p&w+@db/gateway"})
    void uri_of_a_hosting_provider_is_accepted(String text) {
        assertThat(of(text))
                .isEqualTo(new PostgresAddress("jdbc:postgresql://db/gateway", "ada", "p&w+", "db:5432/gateway"));
    }

    @Test
    void separate_credentials_take_precedence_over_the_address() {
        PostgresAddress address =
                PostgresAddress.of("postgresql://ada:old@db/gateway", Optional.of("bob"), Optional.of("new"));

        assertThat(address.user()).isEqualTo("bob");
        assertThat(address.password()).isEqualTo("new");
    }

    @Test
    void text_form_contains_no_password() {
        assertThat(of("postgresql://ada:sesame@db/gateway").toString()).isEqualTo("db:5432/gateway");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:mysql://db/gateway?password=sesame",
                "jdbc:postgresql://ada:sesame@db/gateway",
                "jdbc:postgresql://db:sesame/gateway",
                "http://ada:sesame@db/gateway",
                "postgresql://",
                "postgresql://ada:ses%ame@db/gateway",
                "sesame"
            })
    void invalid_address_is_rejected_without_quoting_it(String text) {
        assertThatThrownBy(() -> of(text))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("GATEWAY_DB_URL is not a valid PostgreSQL address: use")
                .hasMessageNotContaining("sesame");
    }

    private static PostgresAddress of(String text) {
        return PostgresAddress.of(text, Optional.empty(), Optional.empty());
    }
}
