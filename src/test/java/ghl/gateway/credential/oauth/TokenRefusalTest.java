package ghl.gateway.credential.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A refusal ends a refresh token; trouble must never be taken for one. */
class TokenRefusalTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"error\":\"invalid_grant\",\"error_description\":\"Invalid grant\"} | invalid_grant",
                "{\"statusCode\":400,\"message\":\"Location is not active\"} | refused with 400",
                "{\"statusCode\":401,\"message\":\"Invalid client\",\"error\":\"Unauthorized\"} | Unauthorized",
                "{\"statusCode\":422,\"message\":[\"code must be a string\"],\"error\":\"Unprocessable Entity\"}"
                        + " | Unprocessable Entity",
                "{\"error\":\"<script>sbx-refresh-1\"} | refused with 0",
            })
    void json_that_says_no_is_a_refusal(String body, String word) {
        assertThat(TokenRefusal.in(body)).hasValue(word);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>Bad Gateway</html>",
                "{}",
                "[]",
                "{\"access_token\":\"a\"}",
                "{\"statusCode\":500,\"message\":\"Internal server error\",\"error\":\"Internal\"}",
                "{\"statusCode\":429,\"message\":\"Too Many Requests\",\"error\":\"x\"}",
                "{\"statusCode\":408,\"error\":\"x\"}",
                "OIDC Server is not available",
            })
    void everything_else_is_trouble(String body) {
        assertThat(TokenRefusal.in(body)).isEmpty();
    }
}
