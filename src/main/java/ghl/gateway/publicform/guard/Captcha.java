package ghl.gateway.publicform.guard;

import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Verifies captcha tokens with the captcha's provider. The URL is a setting and never comes from a request. */
public final class Captcha {

    private static final Logger LOG = Logger.getLogger(Captcha.class);

    private final SiteVerifyApi api;
    private final Duration timeout;

    public Captcha(URI url, Duration timeout) {
        this.timeout = timeout;
        this.api = QuarkusRestClientBuilder.newBuilder()
                .baseUri(url)
                .connectTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
                .readTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
                .followRedirects(false)
                .build(SiteVerifyApi.class);
    }

    /**
     * Whether the captcha was solved. False when the provider does not answer in time: the form is quarantined then, and an
     * operator can release it.
     *
     * @param token from the page; null or blank is not solved
     */
    public Uni<Boolean> isSolved(String secret, String token, String clientAddress) {
        if (token == null || token.isBlank()) {
            return Uni.createFrom().item(false);
        }
        return api.verify(secret, token, clientAddress)
                .map(SiteVerifyApi.Outcome::success)
                .ifNoItem()
                .after(timeout)
                .fail()
                .onFailure()
                .recoverWithItem(failure -> {
                    LOG.warnf("Captcha verification failed, the form is quarantined: %s", failure);
                    return false;
                });
    }
}
