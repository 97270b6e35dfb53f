package ghl.gateway.intake;

import ghl.gateway.intake.body.MalformedBodyException;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;

/** Reads a request body unmodified, up to a maximum size. */
final class BodyReader {

    static final int MAX_BYTES = 1024 * 1024;

    private BodyReader() {}

    /** Fails with {@link MalformedBodyException} when the body is too large or incomplete. */
    static Future<byte[]> read(HttpServerRequest request) {
        Promise<byte[]> read = Promise.promise();
        if (isTooLarge(request.getHeader("Content-Length"))) {
            return Future.failedFuture(MalformedBodyException.tooLarge(MAX_BYTES));
        }
        Buffer body = Buffer.buffer();
        request.handler(chunk -> {
            if (body.length() + chunk.length() > MAX_BYTES) {
                read.tryFail(MalformedBodyException.tooLarge(MAX_BYTES));
            } else {
                body.appendBuffer(chunk);
            }
        });
        request.endHandler(end -> read.tryComplete(body.getBytes()));
        request.exceptionHandler(gone ->
                read.tryFail(MalformedBodyException.malformed("The request ended before its body was complete")));
        return read.future();
    }

    private static boolean isTooLarge(String contentLength) {
        try {
            return contentLength != null && Long.parseLong(contentLength) > MAX_BYTES;
        } catch (NumberFormatException e) {
            return true;
        }
    }
}
