package ghl.gateway.intake.body;

import ghl.gateway.http.Compression;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** Decompresses bodies. */
final class ContentDecoding {

    /** Of a gzip file. The JDK's reader calls itself for each that is empty. */
    private static final int MAX_MEMBERS = 100;

    private static final String MEMBER = "\u001f\u008b\b";

    private ContentDecoding() {}

    @FunctionalInterface
    private interface Decoder {
        InputStream open(InputStream compressed) throws IOException;
    }

    /**
     * Bytes that begin like a compressed body are one even without the header, because a proxy may have removed it, and
     * {@code gzip} without gzip's first bytes is not one, because a proxy may have decompressed it.
     *
     * @param encoding the header's value; null without one
     */
    static byte[] decode(byte[] bytes, String encoding) {
        String name = encoding == null ? "" : encoding.strip().toLowerCase(Locale.ROOT);
        return switch (name) {
            case "", "identity", "gzip", "x-gzip" -> {
                if (Compression.isGzip(bytes)) {
                    requireFewMembers(bytes);
                    yield read(bytes, GZIPInputStream::new);
                }
                yield Compression.isDeflate(bytes) ? inflate(bytes, false) : bytes;
            }
            case "deflate" -> inflate(bytes, !Compression.hasZlibHeader(bytes));
            default -> throw MalformedBodyException.unsupported("Content-Encoding must be gzip or deflate");
        };
    }

    private static void requireFewMembers(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int members = 0;
        for (int at = text.indexOf(MEMBER); at >= 0; at = text.indexOf(MEMBER, at + 1)) {
            if (++members > MAX_MEMBERS) {
                throw MalformedBodyException.malformed("A gzip body must have at most " + MAX_MEMBERS + " members");
            }
        }
    }

    /** @param isRaw without the header that the standard prescribes and some senders leave out */
    private static byte[] inflate(byte[] bytes, boolean isRaw) {
        Inflater inflater = new Inflater(isRaw);
        try {
            return read(bytes, compressed -> new InflaterInputStream(compressed, inflater));
        } finally {
            inflater.end();
        }
    }

    private static byte[] read(byte[] bytes, Decoder decoder) {
        byte[] decoded;
        try (InputStream stream = decoder.open(new ByteArrayInputStream(bytes))) {
            decoded = stream.readNBytes(RequestBody.MAX_BYTES + 1);
        } catch (IOException e) {
            throw MalformedBodyException.malformed("The body is not valid gzip or deflate, as Content-Encoding says");
        }
        if (decoded.length > RequestBody.MAX_BYTES) {
            throw MalformedBodyException.tooLarge(
                    "The decompressed body must have at most " + RequestBody.MAX_BYTES + " bytes");
        }
        return decoded;
    }
}
