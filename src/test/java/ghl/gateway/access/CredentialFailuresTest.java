package ghl.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ghl.gateway.fixture.LoggedLines;
import ghl.gateway.fixture.TestClock;
import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationFailedException;
import io.smallrye.mutiny.Uni;
import java.time.DateTimeException;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CredentialFailuresTest {

    private final TestClock clock = new TestClock();
    private final CredentialFailures failures = new CredentialFailures(clock);

    @RegisterExtension
    final LoggedLines lines = new LoggedLines(CredentialFailures.class);

    static Stream<Throwable> defects() {
        return Stream.of(
                new IllegalArgumentException("secret"),
                new ArithmeticException("secret"),
                new DateTimeException("secret"),
                new ClassCastException("secret"),
                new NullPointerException("secret"),
                new NoSuchElementException("secret"),
                new StackOverflowError("secret"));
    }

    @ParameterizedTest
    @MethodSource("defects")
    void unreadable_credential_is_refused_with_one_line_that_does_not_quote_it(Throwable defect) {
        assertThatThrownBy(() -> authenticate(defect))
                .isInstanceOf(AuthenticationFailedException.class)
                .hasMessage(Callers.INVALID_CREDENTIALS)
                .hasNoCause();

        assertThat(lines.records()).hasSize(1).allSatisfy(line -> {
            assertThat(line.getThrown()).isNull();
            assertThat(line.getFormattedMessage())
                    .contains(defect.getClass().getName())
                    .doesNotContain("secret");
        });
    }

    @Test
    void refused_credential_is_not_logged() {
        AuthenticationFailedException refused = new AuthenticationFailedException();

        assertThatThrownBy(() -> authenticate(refused)).isSameAs(refused);

        assertThat(lines.records()).isEmpty();
    }

    @Test
    void unavailable_provider_is_not_the_fault_of_the_caller() {
        OIDCException unavailable = new OIDCException("OIDC Server is not available");

        assertThatThrownBy(() -> authenticate(unavailable)).isSameAs(unavailable);

        assertThat(lines.records()).hasSize(1);
    }

    @Test
    void failures_are_logged_once_a_minute() {
        for (int i = 0; i < 100; i++) {
            assertThatThrownBy(() -> authenticate(new ArithmeticException()));
        }
        assertThat(lines.records()).hasSize(1);

        clock.advance(CredentialFailures.LOG_PAUSE);
        assertThatThrownBy(() -> authenticate(new ArithmeticException()));

        assertThat(lines.records()).hasSize(2);
    }

    private void authenticate(Throwable failure) {
        failures.translate(Uni.createFrom().failure(failure)).await().indefinitely();
    }
}
