package ghl.gateway.http;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;

/** Reads request bodies unmodified, each up to a maximum size, and all within the {@link BodyBudget}. */
@Singleton
public class BodyReader {

    /** Order of routes that read bodies. The body limit of Quarkus has order -2, and refuses without a message. */
    public static final int ORDER = -3;

    private final BodyBudget budget;

    BodyReader(BodyBudget budget) {
        this.budget = budget;
    }

    /**
     * Reads a body, on the event loop. Its bytes count until the response has been sent. A refusal asks the client to close
     * the connection; until it does, the rest of the body is discarded.
     *
     * @return fails with {@link BodyRefusedException}
     */
    public Future<Buffer> read(RoutingContext routing, int maxBytes) {
        if (isTooLarge(routing.request(), maxBytes)) {
            return Future.failedFuture(refuse(routing, BodyRefusedException.tooLarge(maxBytes)));
        }
        if (routing.request().isEnded()) {
            return Future.succeededFuture(Buffer.buffer());
        }
        BodyShare share = share(routing);
        routing.addEndHandler(ended -> share.release());
        return receive(routing, maxBytes, share);
    }

    /**
     * A client that is gone already has no end that would give its share back. What it has sent is little, because the
     * request was paused, and may be a complete form.
     */
    private BodyShare share(RoutingContext routing) {
        if (routing.response().closed()) {
            return BodyBudget.UNCOUNTED.share();
        }
        return routing.request().version() == HttpVersion.HTTP_2 ? budget.shareOfStream() : budget.share();
    }

    private static Future<Buffer> receive(RoutingContext routing, int maxBytes, BodyShare share) {
        HttpServerRequest request = routing.request();
        Promise<Buffer> read = Promise.promise();
        Buffer body = Buffer.buffer();
        request.handler(chunk -> {
            if (body.length() + chunk.length() > maxBytes) {
                read.fail(refuse(routing, BodyRefusedException.tooLarge(maxBytes)));
            } else if (!share.add(chunk.length())) {
                read.fail(refuse(routing, BodyRefusedException.overloaded()));
            } else {
                body.appendBuffer(chunk);
            }
        });
        request.endHandler(end -> read.tryComplete(body));
        request.exceptionHandler(gone -> read.tryFail(BodyRefusedException.incomplete()));
        request.resume();
        if ("100-continue".equalsIgnoreCase(request.getHeader("Expect")) && request.version() == HttpVersion.HTTP_1_1) {
            routing.response().writeContinue();
        }
        return read.future();
    }

    /** Whether a body may follow. */
    static boolean hasBody(HttpServerRequest request) {
        String length = request.getHeader("Content-Length");
        return !request.isEnded()
                && (request.version() == HttpVersion.HTTP_2
                        || request.headers().contains("Transfer-Encoding")
                        || length != null && !length.equals("0"));
    }

    /** Forgets what has arrived, and discards the rest as it arrives. */
    private static BodyRefusedException refuse(RoutingContext routing, BodyRefusedException refusal) {
        routing.request().handler(rest -> {}).endHandler(end -> {});
        if (routing.request().version() != HttpVersion.HTTP_2) {
            routing.response().putHeader("Connection", "close");
        }
        return refusal;
    }

    private static boolean isTooLarge(HttpServerRequest request, int maxBytes) {
        String length = request.getHeader("Content-Length");
        try {
            return length != null && Long.parseLong(length) > maxBytes;
        } catch (NumberFormatException e) {
            return true;
        }
    }
}
