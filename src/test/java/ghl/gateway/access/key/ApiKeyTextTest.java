package ghl.gateway.access.key;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeyTextTest {

    @Test
    void revealed_key_is_read_back() {
        ApiKeyText made = ApiKeyText.random(KeyKind.SECRET);

        ApiKeyText read = ApiKeyText.read(made.reveal()).orElseThrow();

        assertThat(made.reveal()).matches("sk_[a-z2-9]{12}_[A-Za-z0-9_-]{43}");
        assertThat(read.id()).isEqualTo(made.id());
        assertThat(read.digest()).isEqualTo(made.digest()).hasSize(64);
    }

    @Test
    void keys_are_unique() {
        assertThat(ApiKeyText.random(KeyKind.SECRET).digest())
                .isNotEqualTo(ApiKeyText.random(KeyKind.SECRET).digest());
    }

    @Test
    void toString_has_no_secret() {
        ApiKeyText made = ApiKeyText.random(KeyKind.PUBLISHABLE);

        assertThat(made.toString()).isEqualTo("pk_" + made.id());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sk_",
                "sk_abcdefghijkm",
                "sk_abcdefghijkm_",
                "sk_abcdefghijkm_AAAA",
                "sk_abcdefghijkm_!!!!",
                "pit-sandbox",
                "ck_abcdefghijkm_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
            })
    void malformed_key_is_not_read(String text) {
        assertThat(ApiKeyText.read(text)).isEmpty();
    }
}
