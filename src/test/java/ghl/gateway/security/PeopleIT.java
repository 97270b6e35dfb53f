package ghl.gateway.security;

import static org.assertj.core.api.Assertions.assertThat;

import ghl.gateway.fixture.GatewayLaunch;
import ghl.gateway.fixture.GatewayProcess;
import ghl.gateway.fixture.Patience;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Callers with a token of an OpenID provider; its claims give their rights. */
class PeopleIT {

    private static final String READ = "{ contact(id: \"sbxContactAda0000001\") { firstName } }";
    private static final String MAIN = "sbxMainLocation00001";

    private static OpenIdProvider provider;
    private static GatewayProcess gateway;

    @BeforeAll
    static void startBoth() {
        provider = new OpenIdProvider();
        gateway = GatewayLaunch.fresh()
                .with(provider.settings())
                .with("QUARKUS_LOG_LEVEL", "DEBUG")
                .start();
    }

    @AfterAll
    static void stopBoth() {
        gateway.close();
        provider.close();
    }

    @Test
    void openid_provider_guards_the_gateway() {
        assertThat(gateway.log()).contains("Access: guarded");
        assertThat(ask(null)).startsWith("401");
    }

    @Test
    void reader_reads_in_the_locations_of_the_token() {
        assertThat(ask(provider.token(List.of("reader"), List.of(MAIN))))
                .startsWith("200")
                .contains("Ada");
        assertThat(ask(provider.token(List.of("reader"), List.of("*")))).contains("Ada");
    }

    @Test
    void token_without_locations_reaches_none() {
        assertThat(ask(provider.token(List.of("reader"), List.of())))
                .contains("FORBIDDEN")
                .doesNotContain("Ada");
    }

    @Test
    void token_of_several_locations_requires_a_location() {
        assertThat(ask(provider.token(List.of("reader"), List.of("one", "two"))))
                .contains("LOCATION_REQUIRED");
    }

    @ParameterizedTest
    @CsvSource({"submitter", "admin", "READER", "user"})
    void other_roles_do_not_read(String role) {
        assertThat(ask(provider.token(List.of(role), List.of("*"))))
                .contains("FORBIDDEN")
                .doesNotContain("Ada");
    }

    @Test
    void invalid_token_is_unauthorized() {
        assertThat(ask(provider.expiredToken())).startsWith("401");
        assertThat(ask(provider.tokenFor("another-service"))).startsWith("401");
        assertThat(ask(provider.tokenOfAnotherSigner())).startsWith("401");
        assertThat(ask("e30.e30.")).startsWith("401");
        assertThat(ask(provider.tokenWithoutSubject())).startsWith("401");
        assertThat(ask("nonsense")).startsWith("401");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/graphql?query=%7B__typename%7D", "/ops/forms", "/oauth/install", "/nosuch", "/forms/demo"})
    void token_that_cannot_be_read_is_unauthorized_on_every_route(String path) {
        boolean isForm = path.startsWith("/forms");
        for (String token : unreadableTokens()) {
            Request request = isForm ? Request.post(gateway, path, "{}") : Request.get(gateway, path);

            var answer = request.by(token).send();

            assertThat(answer.statusCode()).as(token).isEqualTo(401);
            assertThat(answer.body()).as(token).contains("UNAUTHENTICATED");
        }
        assertThat(gateway.log())
                .contains("A credential was refused because it cannot be read")
                .doesNotContain("ERROR");
    }

    @Test
    void token_that_cannot_be_read_closes_the_websocket() throws Exception {
        for (String token : unreadableTokens()) {
            Hearing hearing = new Hearing();
            connect(gateway, hearing, "X-No-Credentials", "yet")
                    .get(Patience.SECONDS, TimeUnit.SECONDS)
                    .sendText(connectionInit(token), true);

            assertThat(hearing.heard().poll(Patience.SECONDS, TimeUnit.SECONDS)).isEqualTo(Hearing.CLOSED + 4403);
        }
    }

    /** Each makes Quarkus or a library fail in another way. */
    private static List<String> unreadableTokens() {
        return List.of(
                ".", "...", provider.tokenUntil(1_000_000_000_000_000_000L), provider.tokenUntil(Long.MAX_VALUE));
    }

    /** Otherwise garbage would cost the provider requests. */
    @Test
    void unreadable_token_is_not_sent_to_the_provider() {
        ask("nonsense");
        ask("e30.e30.");
        ask(provider.tokenOfAnotherSigner());

        assertThat(provider.introspections()).isZero();
    }

    @Test
    void unavailable_provider_answers_503_without_an_error_log() {
        OpenIdProvider gone = new OpenIdProvider();
        gone.close();
        try (GatewayProcess waiting =
                GatewayLaunch.fresh().with(gone.settings()).start()) {
            var answer = Request.graphql(waiting, READ)
                    .by(gone.token(List.of("reader"), List.of("*")))
                    .send();

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).contains("UNAUTHENTICATED", "\"retryable\":true");
            assertThat(waiting.log()).doesNotContain("ERROR");
        }
    }

    @Test
    void unavailable_provider_refuses_websockets_as_temporary() throws Exception {
        OpenIdProvider gone = new OpenIdProvider();
        gone.close();
        String token = gone.token(List.of("reader"), List.of("*"));
        try (GatewayProcess waiting =
                GatewayLaunch.fresh().with(gone.settings()).start()) {
            Hearing hearing = new Hearing();

            assertThat(connect(waiting, hearing, "Authorization", "Bearer " + token))
                    .failsWithin(Patience.LIMIT)
                    .withThrowableOfType(ExecutionException.class)
                    .havingCause()
                    .isInstanceOfSatisfying(WebSocketHandshakeException.class, refused -> assertThat(
                                    refused.getResponse().statusCode())
                            .isEqualTo(503));
            connect(waiting, hearing, "X-No-Credentials", "yet")
                    .get(Patience.SECONDS, TimeUnit.SECONDS)
                    .sendText(connectionInit(token), true);
            assertThat(hearing.heard().poll(Patience.SECONDS, TimeUnit.SECONDS)).isEqualTo(Hearing.CLOSED + 1013);
            assertThat(waiting.log()).doesNotContain("ERROR");
        }
    }

    private static CompletableFuture<WebSocket> connect(
            GatewayProcess to, Hearing hearing, String header, String value) {
        return HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .header(header, value)
                .subprotocols("graphql-transport-ws")
                .buildAsync(URI.create(to.url("/graphql").replace("http://", "ws://")), hearing);
    }

    private static String connectionInit(String token) {
        return "{\"type\":\"connection_init\",\"payload\":{\"Authorization\":\"Bearer " + token + "\"}}";
    }

    @Test
    void debug_log_has_no_personal_data_and_no_tokens() {
        ask(provider.token(List.of("reader"), List.of("*")));
        ask(provider.expiredToken());
        ask(provider.tokenFor("another-service"));
        ask(provider.tokenOfAnotherSigner());

        assertThat(gateway.log()).contains("DEBUG").doesNotContain("ada@example.com", "eyJ");
    }

    private static String ask(String token) {
        var answer = Request.graphql(gateway, READ).by(token).send();
        return answer.statusCode() + " " + answer.body();
    }
}
