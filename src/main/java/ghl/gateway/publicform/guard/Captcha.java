package ghl.gateway.publicform.guard;

import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Asks whoever runs the captcha whether it was solved. The address is a setting, never part of a request. */
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
     * Whether it was solved. Not when nobody says so in time: then a person may look at what was sent.
     *
     * @param response what the captcha gave the page; null or blank is not solved
     */
    public Uni<Boolean> isSolved(String secret, String response, String clientAddress) {
        if (response == null || response.isBlank()) {
            return Uni.createFrom().item(false);
        }
        return api.verify(secret, response, clientAddress)
                .map(SiteVerifyApi.Outcome::success)
                .ifNoItem()
                .after(timeout)
                .fail()
                .onFailure()
                .recoverWithItem(failure -> {
                    LOG.warnf("Nobody tells whether captchas are solved: %s", failure);
                    return false;
                });
    }
}
