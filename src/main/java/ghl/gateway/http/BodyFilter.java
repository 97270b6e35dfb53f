package ghl.gateway.http;

import io.vertx.core.buffer.Buffer;

/** Decides what is kept of a body as it arrives. Has state: for one body only. Runs on the event loop. */
public interface BodyFilter {

    /** Keeps the whole body. */
    BodyFilter NONE = new BodyFilter() {
        @Override
        public Buffer keep(Buffer chunk) {
            return chunk;
        }

        @Override
        public Buffer end() {
            return Buffer.buffer();
        }
    };

    /** What is kept now, perhaps of earlier chunks too. */
    Buffer keep(Buffer chunk);

    /** What is kept of earlier chunks after the last one. */
    Buffer end();
}
