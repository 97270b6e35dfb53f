package ghl.gateway.intake.body;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Decodes bytes whose encoding the sender says wrongly or not at all. */
public final class BodyText {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private BodyText() {}

    /** Empty for null and for names that are not known. Latin-1 and ASCII mean windows-1252, as for browsers. */
    static Optional<Charset> charset(String name) {
        return Optional.ofNullable(name)
                .map(given -> Known.CHARSETS.get(given.strip().toLowerCase(Locale.ROOT)))
                .map(charset -> charset.equals(ISO_8859_1) ? WINDOWS_1252 : charset);
    }

    /** Built once: the JDK takes a millisecond to find that a name is unknown, and a body may have thousands. */
    private static final class Known {

        static final Map<String, Charset> CHARSETS = charsets();

        private static Map<String, Charset> charsets() {
            Map<String, Charset> charsets = new HashMap<>();
            Charset.availableCharsets().values().forEach(charset -> {
                charsets.put(charset.name().toLowerCase(Locale.ROOT), charset);
                charset.aliases().forEach(alias -> charsets.putIfAbsent(alias.toLowerCase(Locale.ROOT), charset));
            });
            return charsets;
        }
    }

    /** Decodes a whole body, whose byte order mark decides. @param declared null when nothing is declared */
    static String decode(byte[] bytes, Charset declared) {
        return markedCharset(bytes)
                .map(marked -> new String(bytes, marked).substring(1))
                .orElseGet(() -> decodePart(bytes, declared));
    }

    /** As declared if the bytes are valid so, else as UTF-8 if they are valid so, else as windows-1252. */
    public static String decodePart(byte[] bytes, Charset declared) {
        return Optional.ofNullable(declared)
                .flatMap(charset -> strict(bytes, charset))
                .or(() -> strict(bytes, UTF_8))
                .orElseGet(() -> new String(bytes, WINDOWS_1252));
    }

    /** The charset of the byte order mark that the bytes begin with. */
    static Optional<Charset> markedCharset(byte[] bytes) {
        return List.of(UTF_8, UTF_16LE, UTF_16BE).stream()
                .filter(charset -> startsWith(bytes, BYTE_ORDER_MARK.getBytes(charset)))
                .findFirst();
    }

    private static boolean startsWith(byte[] bytes, byte[] start) {
        return bytes.length >= start.length && Arrays.equals(bytes, 0, start.length, start, 0, start.length);
    }

    /** Empty when the bytes are not valid. */
    public static Optional<String> strict(byte[] bytes, Charset charset) {
        try {
            return Optional.of(
                    charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
