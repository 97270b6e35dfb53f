package ghl.gateway.http;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Closes connections that send many requests without waiting for the answers, or without reading them. Vert.x keeps both
 * without a limit.
 */
@ApplicationScoped
class Pipelining {

    private static final int MOST = 5;
    private static final String NAME = "pipelining";
    /** Name that Vert.x gives to the handler of requests. */
    private static final String REQUESTS = "handler";

    void register(@Observes Router router) {
        router.route().order(BodyTimeout.FIRST).handler(Pipelining::limit);
    }

    private static void limit(RoutingContext routing) {
        if (routing.request().version() != HttpVersion.HTTP_2) {
            ChannelPipeline pipeline = ((ConnectionBase) routing.request().connection())
                    .channelHandlerContext()
                    .pipeline();
            if (pipeline.get(NAME) == null && pipeline.get(REQUESTS) != null) {
                pipeline.addBefore(REQUESTS, NAME, new Limit());
            }
        }
        routing.next();
    }

    /** Counts the requests of a connection whose answers have not been sent. Added during the first one. */
    static final class Limit extends ChannelDuplexHandler {

        private int unanswered = 1;
        private boolean closed;

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            // Not writable: more than 64 kB of answers have not been read.
            if (message instanceof HttpRequest
                    && (++unanswered > MOST || !context.channel().isWritable())) {
                closed = true;
                context.close();
            }
            if (closed) {
                ReferenceCountUtil.release(message);
            } else {
                context.fireChannelRead(message);
            }
        }

        @Override
        public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
            ChannelPromise sent = promise.unvoid();
            if (message instanceof LastHttpContent && !isContinue(message)) {
                sent.addListener(done -> unanswered--);
            }
            context.write(message, sent);
        }

        private static boolean isContinue(Object message) {
            return message instanceof HttpResponse response && response.status().equals(HttpResponseStatus.CONTINUE);
        }
    }
}
