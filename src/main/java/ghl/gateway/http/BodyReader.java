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
        return read(routing, BodyFilter.NONE, maxBytes, maxBytes, Future.succeededFuture());
    }

    /**
     * Reads what a filter keeps of a body.
     *
     * @param maxKept bytes that the filter may keep
     * @param maxReceived bytes of the whole body
     * @param processed completes on the event loop when the body is not needed any more: until then its bytes count, even if
     *     the client has left
     * @see #read(RoutingContext, int)
     */
    public Future<Buffer> read(
            RoutingContext routing, BodyFilter filter, int maxKept, int maxReceived, Future<Void> processed) {
        if (isTooLarge(routing.request(), maxReceived)) {
            return Future.failedFuture(refuse(routing, BodyRefusedException.tooLarge(maxKept, maxReceived)));
        }
        if (routing.request().isEnded()) {
            return Future.succeededFuture(Buffer.buffer());
        }
        BodyShare share = share(routing, processed);
        return new Reception(routing, filter, share, maxKept, maxReceived).start();
    }

    /**
     * A client that is gone already has no end that would give its share back. What it has sent is little, because the
     * request was paused, and may be a complete form.
     */
    private BodyShare share(RoutingContext routing, Future<Void> processed) {
        boolean isGone = routing.response().closed();
        if (isGone && processed.isComplete()) {
            return BodyBudget.UNCOUNTED.share();
        }
        BodyShare share = routing.request().version() == HttpVersion.HTTP_2 ? budget.shareOfStream() : budget.share();
        if (isGone) {
            processed.onComplete(done -> share.release());
        } else {
            routing.addEndHandler(ended -> processed.onComplete(done -> share.release()));
        }
        return share;
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
        if (!routing.request().isEnded()) {
            routing.request().handler(rest -> {}).endHandler(end -> {});
        }
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

    /** One body that is being received. */
    private static final class Reception {

        private final RoutingContext routing;
        private final BodyFilter filter;
        private final BodyShare share;
        private final int maxKept;
        private final int maxReceived;

        private final Promise<Buffer> read = Promise.promise();
        private final Buffer body = Buffer.buffer();
        private long received;
        private boolean isReserved;

        Reception(RoutingContext routing, BodyFilter filter, BodyShare share, int maxKept, int maxReceived) {
            this.routing = routing;
            this.filter = filter;
            this.share = share;
            this.maxKept = maxKept;
            this.maxReceived = maxReceived;
        }

        Future<Buffer> start() {
            HttpServerRequest request = routing.request();
            request.handler(chunk -> {
                received += chunk.length();
                keep(filter.keep(chunk));
            });
            request.endHandler(end -> {
                keep(filter.end());
                read.tryComplete(body);
            });
            Promise<Buffer> reading = read; // not this: the handler outlives a refusal, and would keep the body
            request.exceptionHandler(gone -> reading.tryFail(BodyRefusedException.incomplete()));
            if (request.headers().contains("Content-Encoding")) {
                reserve();
            }
            request.resume();
            if (routing.response().closed()) { // no event tells that the rest does not come
                routing.vertx().runOnContext(drained -> reading.tryFail(BodyRefusedException.incomplete()));
            }
            boolean isWaiting = "100-continue".equalsIgnoreCase(request.getHeader("Expect"));
            if (isWaiting
                    && request.version() == HttpVersion.HTTP_1_1
                    && !read.future().isComplete()) {
                routing.response().writeContinue();
            }
            return read.future();
        }

        /** A compressed body counts as if it were decompressed to what is allowed. */
        private void reserve() {
            boolean isFirst = !isReserved;
            isReserved = true;
            if (isFirst && !share.reserve(maxKept)) {
                read.tryFail(refuse(routing, BodyRefusedException.overloaded()));
            }
        }

        private void keep(Buffer chunk) {
            if (received > maxReceived || body.length() + chunk.length() > maxKept) {
                read.tryFail(refuse(routing, BodyRefusedException.tooLarge(maxKept, maxReceived)));
            } else if (!share.add(chunk.length())) {
                read.tryFail(refuse(routing, BodyRefusedException.overloaded()));
            } else {
                body.appendBuffer(chunk);
                if (Compression.isCompressed(body)) {
                    reserve();
                }
            }
        }
    }
}
