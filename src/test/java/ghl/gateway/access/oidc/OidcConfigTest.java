package ghl.gateway.access.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ghl.gateway.fixture.SettingsReader;
import io.smallrye.config.ConfigValidationException;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OidcConfigTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://login.example.com/realms/main",
                "https://login.example.com:8443/",
                "http://localhost:8180/realms/main",
                "http://127.0.0.1:9"
            })
    void issuer_with_tls_or_on_this_machine_is_accepted(String url) {
        assertThat(read(url).url()).contains(url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://login.example.com/realms/main",
                "http://localhost.evil.example",
                "https://me:secret@login.example.com",
                "http://localhost:secret@login.example.com",
                "login.example.com",
                "https://"
            })
    void other_address_is_refused_without_quoting_it(String url) {
        assertThatThrownBy(() -> read(url))
                .isInstanceOf(ConfigValidationException.class)
                .hasMessageContaining("gateway.oidc.url must be the address of an OpenID issuer")
                .hasMessageContaining("https (http on this machine only), without a user")
                .hasMessageNotContaining("secret");
    }

    private static OidcConfig read(String url) {
        return SettingsReader.read(OidcConfig.class, Map.of("gateway.oidc.url", url));
    }
}
