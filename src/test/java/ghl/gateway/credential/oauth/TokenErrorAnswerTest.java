package ghl.gateway.credential.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import ghl.gateway.credential.oauth.TokenErrorAnswer.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A refused grant ends a refresh token; nothing else must ever be taken for one. */
class TokenErrorAnswerTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"error\":\"invalid_grant\",\"error_description\":\"Invalid grant\"} | invalid_grant",
                "{\"statusCode\":400,\"error\":\"invalid_grant\"} | invalid_grant",
                "{\"statusCode\":400,\"message\":\"Location is not active\"} | refused with 400",
            })
    void a_grant_is_dead_where_the_vendor_says_so(String body, String word) {
        assertThat(TokenErrorAnswer.in(body)).isEqualTo(new TokenErrorAnswer(Kind.GRANT, word));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"error\":\"invalid_client\"} | invalid_client",
                "{\"statusCode\":401,\"message\":\"Invalid client\",\"error\":\"Unauthorized\"} | Unauthorized",
                "{\"statusCode\":422,\"message\":[\"code must be a string\"],\"error\":\"Unprocessable Entity\"}"
                        + " | Unprocessable Entity",
                "{\"statusCode\":403,\"error\":\"<script>sbx-refresh-1\"} | refused with 403",
            })
    void a_refused_request_says_nothing_of_the_grant(String body, String word) {
        assertThat(TokenErrorAnswer.in(body)).isEqualTo(new TokenErrorAnswer(Kind.REQUEST, word));
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
    void everything_else_is_trouble(String body) {
        assertThat(TokenErrorAnswer.in(body).kind()).isEqualTo(Kind.NOTHING);
        assertThat(TokenErrorAnswer.in(body).word()).doesNotContain("sbx");
    }

    @Test
    void no_body_is_trouble() {
        assertThat(TokenErrorAnswer.in(null)).isEqualTo(new TokenErrorAnswer(Kind.NOTHING, "an error"));
    }
}
