package ghl.gateway.http;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Turns off HTTP/2 without TLS, unless a proxy needs it. Browsers do not use it, and an upgraded connection would pass the
 * rules of a proxy that forwards the upgrade. HTTP/2 over TLS is not affected.
 */
@ApplicationScoped
class ClearTextHttp2 implements HttpServerOptionsCustomizer {

    private final boolean enabled;

    ClearTextHttp2(HttpConfig config) {
        this.enabled = config.clearTextHttp2();
    }

    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        if (!enabled) {
            options.setHttp2ClearTextEnabled(false);
        }
    }
}
