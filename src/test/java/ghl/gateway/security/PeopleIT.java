package ghl.gateway.security;

import static org.assertj.core.api.Assertions.assertThat;

import ghl.gateway.fixture.GatewayLaunch;
import ghl.gateway.fixture.GatewayProcess;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** People come with a token of an OpenID provider; what they may is in its claims. */
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
    void a_provider_guards_the_gateway() {
        assertThat(gateway.log()).contains("Access: guarded");
        assertThat(ask(null)).startsWith("401");
    }

    @Test
    void a_reader_reads_in_the_locations_of_the_token() {
        assertThat(ask(provider.token(List.of("reader"), List.of(MAIN))))
                .startsWith("200")
                .contains("Ada");
        assertThat(ask(provider.token(List.of("reader"), List.of("*")))).contains("Ada");
    }

    @Test
    void a_token_without_locations_reaches_none() {
        assertThat(ask(provider.token(List.of("reader"), List.of())))
                .contains("FORBIDDEN")
                .doesNotContain("Ada");
    }

    @Test
    void a_token_of_several_locations_must_say_which() {
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
    void tokens_that_do_not_hold_are_none() {
        assertThat(ask(provider.tokenThatRanOut())).startsWith("401");
        assertThat(ask(provider.tokenFor("another-service"))).startsWith("401");
        assertThat(ask(provider.tokenThatSomebodyElseSigned())).startsWith("401");
        assertThat(ask("e30.e30.")).startsWith("401");
        assertThat(ask(provider.tokenWithoutSubject())).startsWith("401");
        assertThat(ask("nonsense")).startsWith("401");
    }

    /** Whoever sends nonsense would set the provider to work. */
    @Test
    void the_provider_is_not_asked_about_what_nobody_can_read() {
        ask("nonsense");
        ask("e30.e30.");
        ask(provider.tokenThatSomebodyElseSigned());

        assertThat(provider.introspections()).isZero();
    }

    @Test
    void a_provider_that_does_not_answer_is_no_defect_of_the_gateway() {
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
    void nobody_is_named_in_the_log_and_no_token_stands_there_at_its_most_talkative() {
        ask(provider.token(List.of("reader"), List.of("*")));
        ask(provider.tokenThatRanOut());
        ask(provider.tokenFor("another-service"));
        ask(provider.tokenThatSomebodyElseSigned());

        assertThat(gateway.log()).contains("DEBUG").doesNotContain("ada@example.com", "eyJ");
    }

    private static String ask(String token) {
        var answer = Request.graphql(gateway, READ).by(token).send();
        return answer.statusCode() + " " + answer.body();
    }
}
