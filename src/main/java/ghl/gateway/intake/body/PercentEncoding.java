package ghl.gateway.intake.body;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Percent-encoding. A percent sign that is not followed by two hexadecimal digits is kept. */
final class PercentEncoding {

    private static final int HEXADECIMAL = 16;

    private PercentEncoding() {}

    /** The bytes of a text of bytes, one a character. */
    static byte[] decode(String text) {
        if (text.indexOf('%') < 0) {
            return text.getBytes(StandardCharsets.ISO_8859_1);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        for (int at = 0; at < text.length(); at++) {
            int value = text.charAt(at) == '%' ? octet(text, at + 1) : -1;
            bytes.write(value < 0 ? text.charAt(at) : value);
            at += value < 0 ? 0 : 2;
        }
        return bytes.toByteArray();
    }

    /** Negative when no two digits are there. */
    private static int octet(String text, int at) {
        if (at + 2 > text.length()) {
            return -1;
        }
        int high = Character.digit(text.charAt(at), HEXADECIMAL);
        int low = Character.digit(text.charAt(at + 1), HEXADECIMAL);
        return high < 0 || low < 0 ? -1 : high * HEXADECIMAL + low;
    }
}
