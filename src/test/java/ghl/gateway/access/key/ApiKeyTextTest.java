package ghl.gateway.access.key;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeyTextTest {

    @Test
    void what_is_shown_is_read_again() {
        ApiKeyText made = ApiKeyText.random(KeyKind.SECRET);

        ApiKeyText read = ApiKeyText.read(made.shown()).orElseThrow();

        assertThat(made.shown()).matches("sk_[a-z2-9]{12}_[A-Za-z0-9_-]{43}");
        assertThat(read.id()).isEqualTo(made.id());
        assertThat(read.digest()).isEqualTo(made.digest()).hasSize(64);
    }

    @Test
    void no_two_keys_are_alike() {
        assertThat(ApiKeyText.random(KeyKind.SECRET).digest())
                .isNotEqualTo(ApiKeyText.random(KeyKind.SECRET).digest());
    }

    @Test
    void its_secret_is_in_no_message() {
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
    void other_texts_are_none(String text) {
        assertThat(ApiKeyText.read(text)).isEmpty();
    }
}
