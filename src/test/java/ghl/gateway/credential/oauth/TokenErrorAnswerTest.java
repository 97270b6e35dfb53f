package ghl.gateway.credential.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import ghl.gateway.credential.oauth.TokenErrorAnswer.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Only a rejected grant ends a refresh token. Every other error must keep it. */
class TokenErrorAnswerTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"error\":\"invalid_grant\",\"error_description\":\"Invalid grant\"} | invalid_grant",
                "{\"statusCode\":400,\"error\":\"invalid_grant\"} | invalid_grant",
                "{\"statusCode\":400,\"message\":\"Location is not active\"} | HTTP 400",
            })
    void vendors_error_for_the_grant_is_an_invalid_grant(String body, String code) {
        assertThat(TokenErrorAnswer.parse(body)).isEqualTo(new TokenErrorAnswer(Kind.INVALID_GRANT, code));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"error\":\"invalid_client\"} | invalid_client",
                "{\"statusCode\":401,\"message\":\"Invalid client\",\"error\":\"Unauthorized\"} | Unauthorized",
                "{\"statusCode\":422,\"message\":[\"code must be a string\"],\"error\":\"Unprocessable Entity\"}"
                        + " | Unprocessable Entity",
                "{\"statusCode\":403,\"error\":\"<script>sbx-refresh-1\"} | HTTP 403",
            })
    void error_about_the_request_keeps_the_grant(String body, String code) {
        assertThat(TokenErrorAnswer.parse(body)).isEqualTo(new TokenErrorAnswer(Kind.INVALID_REQUEST, code));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>Bad Gateway</html>",
                "{}",
                "[]",
                "{\"access_token\":\"a\"}",
                "{\"error\":\"Service Unavailable\"}",
                "{\"error\":\"Unauthorized\"}",
                "{\"error\":{\"message\":\"invalid_grant\"}}",
                "{\"error\":\"<script>sbx-refresh-1\"}",
                "{\"statusCode\":500,\"message\":\"Internal server error\",\"error\":\"invalid_grant\"}",
                "{\"statusCode\":429,\"message\":\"Too Many Requests\",\"error\":\"x\"}",
                "{\"statusCode\":408,\"error\":\"x\"}",
                "OIDC Server is not available",
            })
    void other_body_means_unavailable(String body) {
        assertThat(TokenErrorAnswer.parse(body).kind()).isEqualTo(Kind.UNAVAILABLE);
        assertThat(TokenErrorAnswer.parse(body).code()).doesNotContain("sbx");
    }

    @Test
    void missing_body_means_unavailable() {
        assertThat(TokenErrorAnswer.parse(null)).isEqualTo(new TokenErrorAnswer(Kind.UNAVAILABLE, "an unknown error"));
    }
}
