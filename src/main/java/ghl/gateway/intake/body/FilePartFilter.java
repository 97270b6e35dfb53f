package ghl.gateway.intake.body;

import ghl.gateway.http.BodyFilter;
import io.vertx.core.buffer.Buffer;
import java.util.Map;

/**
 * Drops the contents of uploaded files from a multipart body as it arrives. The rest is unchanged, so that it is read as the
 * whole would be. Not for bodies whose signature is verified.
 */
public final class FilePartFilter implements BodyFilter, MultipartSplitter.Parts {

    private final MultipartSplitter splitter;
    private Buffer kept = Buffer.buffer();
    private boolean isFile;

    /** @param contentType the header's value */
    public FilePartFilter(String contentType) {
        this.splitter = new MultipartSplitter(
                HeaderValue.parse(contentType).parameters().get("boundary"), this);
    }

    /** Whether a body with these headers may have files, and is not compressed. @param headers by lower-case name */
    public static boolean canFilter(Map<String, String> headers) {
        return !headers.containsKey("content-encoding")
                && HeaderValue.parse(headers.getOrDefault("content-type", ""))
                        .value()
                        .startsWith("multipart/");
    }

    @Override
    public Buffer keep(Buffer chunk) {
        splitter.add(chunk.getBytes());
        return taken();
    }

    @Override
    public Buffer end() {
        splitter.end();
        return taken();
    }

    private Buffer taken() {
        Buffer taken = kept;
        kept = Buffer.buffer();
        return taken;
    }

    @Override
    public void framing(byte[] bytes, int length) {
        kept.appendBytes(bytes, 0, length);
    }

    @Override
    public void part(String headers) {
        isFile = headers.length() <= MultipartSplitter.MAX_HEADERS
                && PartHeaders.parse(headers).isFile();
    }

    @Override
    public void content(byte[] bytes, int length) {
        if (!isFile) {
            framing(bytes, length);
        }
    }
}
