package ghl.gateway.http;

import io.vertx.core.buffer.Buffer;

/** Recognizes compressed bodies by their first two bytes, because a proxy may have removed {@code Content-Encoding}. */
public final class Compression {

    private static final int START = 2;
    private static final int DEFLATED = 8;

    private Compression() {}

    public static boolean isGzip(byte[] bytes) {
        return bytes.length >= START && bytes[0] == (byte) 0x1f && bytes[1] == (byte) 0x8b;
    }

    /** Only headers that no text begins with. */
    public static boolean isDeflate(byte[] bytes) {
        return hasZlibHeader(bytes) && bytes[0] == 'x' && (bytes[1] < 0 || bytes[1] == 1);
    }

    public static boolean hasZlibHeader(byte[] bytes) {
        return bytes.length >= START
                && (bytes[0] & 0x0f) == DEFLATED
                && ((bytes[0] & 0xff) << 8 | bytes[1] & 0xff) % 31 == 0;
    }

    static boolean isCompressed(Buffer body) {
        byte[] start = body.getBytes(0, Math.min(START, body.length()));
        return isGzip(start) || isDeflate(start);
    }
}
