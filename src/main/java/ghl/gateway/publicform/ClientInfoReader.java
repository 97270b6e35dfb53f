package ghl.gateway.publicform;

import ghl.gateway.publicform.guard.ProxyChain;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

@ApplicationScoped
public class ClientInfoReader {

    private final ProxyChain proxies;

    ClientInfoReader(IntakeConfig config) {
        this.proxies = new ProxyChain(config.trustedProxies().orElse(List.of()));
    }

    public ClientInfo read(HttpServerRequest request) {
        List<String> forwarded = request.headers().getAll("X-Forwarded-For");
        String client = proxies.client(
                request.remoteAddress().hostAddress(), forwarded.isEmpty() ? null : String.join(",", forwarded));
        return new ClientInfo(client, request.getHeader("Origin"), request.getHeader("Host"));
    }
}
