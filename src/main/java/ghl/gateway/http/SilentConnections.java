package ghl.gateway.http;

import io.netty.channel.ChannelPipeline;
import io.netty.handler.timeout.IdleStateHandler;
import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Closes connections that have not sent a request yet sooner than those that have, and also the latter when connections run
 * short. Vert.x has one idle timeout for all connections; this replaces its timer.
 */
@ApplicationScoped
class SilentConnections implements HttpServerOptionsCustomizer {

    /** Name that Vert.x gives to the timer's handler in each connection's pipeline. */
    private static final String TIMER = "idle";

    private final Duration silentTime;
    private final Duration idleTime;
    private final OpenFiles files;

    SilentConnections(
            HttpConfig config, @ConfigProperty(name = "quarkus.http.idle-timeout") Duration idleTime, OpenFiles files) {
        this.silentTime = config.silentTime();
        this.idleTime = idleTime;
        this.files = files;
    }

    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        applySilentTime(options);
    }

    @Override
    public void customizeHttpsServer(HttpServerOptions options) {
        applySilentTime(options);
    }

    private void applySilentTime(HttpServerOptions options) {
        options.setIdleTimeoutUnit(TimeUnit.MILLISECONDS).setIdleTimeout((int) silentTime.toMillis());
    }

    void register(@Observes Router router) {
        router.route().order(BodyTimeout.FIRST).handler(this::extend);
    }

    /** Reads and answers may take longer than a connection may stay without a request. */
    private void extend(RoutingContext routing) {
        HttpConnection connection = routing.request().connection();
        setTimer(connection, idleTime);
        if (files.areShort() && !carriesMore(routing.request())) {
            routing.addEndHandler(answered -> setTimer(connection, silentTime));
        }
        routing.next();
    }

    /** Whether the connection is still in use after the response. */
    private static boolean carriesMore(HttpServerRequest request) {
        return request.version() == HttpVersion.HTTP_2
                || request.headers().contains(HttpHeaders.UPGRADE, HttpHeaders.WEBSOCKET, true);
    }

    private static void setTimer(HttpConnection connection, Duration time) {
        ChannelPipeline pipeline =
                ((ConnectionBase) connection).channelHandlerContext().pipeline();
        if (pipeline.get(TIMER) instanceof IdleStateHandler timer
                && timer.getAllIdleTimeInMillis() != time.toMillis()) {
            pipeline.replace(timer, TIMER, new IdleStateHandler(0, 0, time.toMillis(), TimeUnit.MILLISECONDS));
        }
    }
}
