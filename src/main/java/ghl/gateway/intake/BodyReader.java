package ghl.gateway.intake;

import ghl.gateway.intake.body.MalformedBodyException;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;

/** Reads a body byte for byte, and not more of it than is taken. */
final class BodyReader {

    /** 1 MiB. */
    static final int MOST = 1024 * 1024;

    private BodyReader() {}

    /** Fails with {@link MalformedBodyException} when it is too large, or broken off. */
    static Future<byte[]> read(HttpServerRequest request) {
        Promise<byte[]> read = Promise.promise();
        if (isTooLarge(request.getHeader("Content-Length"))) {
            return Future.failedFuture(MalformedBodyException.tooLarge(MOST));
        }
        Buffer body = Buffer.buffer();
        request.handler(chunk -> {
            if (body.length() + chunk.length() > MOST) {
                read.tryFail(MalformedBodyException.tooLarge(MOST));
            } else {
                body.appendBuffer(chunk);
            }
        });
        request.endHandler(end -> read.tryComplete(body.getBytes()));
        request.exceptionHandler(gone -> read.tryFail(MalformedBodyException.broken("The request broke off")));
        return read.future();
    }

    private static boolean isTooLarge(String contentLength) {
        try {
            return contentLength != null && Long.parseLong(contentLength) > MOST;
        } catch (NumberFormatException e) {
            return true;
        }
    }
}
