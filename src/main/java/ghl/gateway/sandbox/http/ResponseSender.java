package ghl.gateway.sandbox.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.Executors;
import org.jboss.logging.Logger;

/** Sends one answer. Delays use timers, so that a slow answer blocks no thread. */
final class ResponseSender {

    private static final Logger LOG = Logger.getLogger(ResponseSender.class);

    private final RoutingContext context;

    ResponseSender(RoutingContext context) {
        this.context = context;
    }

    void start(SandboxDelivery delivery) {
        delivery.late().ifPresent(late -> later(late.afterMs(), () -> onWorker(late.work())));
        later(delivery.delayMs(), () -> send(delivery));
    }

    private void later(long delayMs, Runnable work) {
        if (delayMs > 0) {
            context.vertx().setTimer(delayMs, timer -> work.run());
        } else {
            work.run();
        }
    }

    private void onWorker(Runnable work) {
        context.vertx()
                .executeBlocking(Executors.callable(work), false)
                .onFailure(bug -> LOG.error("The sandbox failed on a late effect", bug));
    }

    private void send(SandboxDelivery delivery) {
        if (context.response().closed()) {
            return;
        }
        if (delivery.ending() == SandboxDelivery.Ending.NONE) {
            context.request().connection().close();
            return;
        }
        SandboxReply reply = delivery.reply();
        HttpServerResponse response = context.response().setStatusCode(reply.status());
        response.putHeader("Content-Type", contentType(reply.body()));
        reply.headers().forEach(response::putHeader);
        switch (delivery.ending()) {
            case HALF -> half(response, text(reply.body()));
            case GARBLED -> response.setStatusCode(200).end("{\"contact\": <html>");
            default -> response.end(text(reply.body()));
        }
    }

    private void half(HttpServerResponse response, Buffer body) {
        response.putHeader("Content-Length", String.valueOf(body.length()));
        response.write(body.getBuffer(0, body.length() / 2))
                .onComplete(written -> context.request().connection().close());
    }

    private static String contentType(JsonNode body) {
        return body.isTextual() ? "text/html; charset=utf-8" : "application/json; charset=utf-8";
    }

    private static Buffer text(JsonNode body) {
        return Buffer.buffer(body.isTextual() ? body.textValue() : SandboxJson.write(body));
    }
}
