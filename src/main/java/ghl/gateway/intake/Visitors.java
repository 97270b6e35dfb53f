package ghl.gateway.intake;

import ghl.gateway.intake.guard.ProxyChain;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Tells from where a request comes. */
@ApplicationScoped
public class Visitors {

    private final ProxyChain proxies;

    Visitors(IntakeConfig config) {
        this.proxies = new ProxyChain(config.trustedProxies().orElse(List.of()));
    }

    public Visitor of(HttpServerRequest request) {
        List<String> forwarded = request.headers().getAll("X-Forwarded-For");
        String client = proxies.client(
                request.remoteAddress().hostAddress(), forwarded.isEmpty() ? null : String.join(",", forwarded));
        return new Visitor(client, request.getHeader("Origin"), request.getHeader("Host"));
    }
}
