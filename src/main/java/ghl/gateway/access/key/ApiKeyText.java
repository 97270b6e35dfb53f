package ghl.gateway.access.key;

import io.quarkus.runtime.util.HashUtil;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text of a key: {@code sk_ID_SECRET}. The ID finds the stored key, the secret authenticates; only the secret's digest is
 * stored.
 */
public record ApiKeyText(KeyKind kind, String id, String secret) {

    private static final int SECRET_BYTES = 32;
    private static final int ID_LENGTH = 12;
    private static final String ID_LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";
    private static final Pattern FORMAT = Pattern.compile("(sk|pk)_([a-z2-9]{12})_([A-Za-z0-9_-]{43})");
    private static final SecureRandom RANDOM = new SecureRandom();

    static ApiKeyText random(KeyKind kind) {
        byte[] secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        StringBuilder id = new StringBuilder();
        RANDOM.ints(ID_LENGTH, 0, ID_LETTERS.length()).forEach(letter -> id.append(ID_LETTERS.charAt(letter)));
        return new ApiKeyText(
                kind, id.toString(), Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
    }

    /** Whether a token has the prefix of a key, valid or not. */
    public static boolean hasKeyPrefix(String text) {
        return text.startsWith(KeyKind.SECRET.prefix()) || text.startsWith(KeyKind.PUBLISHABLE.prefix());
    }

    /** Empty when malformed. */
    static Optional<ApiKeyText> read(String text) {
        Matcher parts = FORMAT.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        KeyKind kind = text.startsWith(KeyKind.SECRET.prefix()) ? KeyKind.SECRET : KeyKind.PUBLISHABLE;
        return Optional.of(new ApiKeyText(kind, parts.group(2), parts.group(3)));
    }

    /** SHA-256 in hexadecimal. 256 random bits need neither salt nor a slow hash. */
    String digest() {
        return HashUtil.sha256(Base64.getUrlDecoder().decode(secret));
    }

    /** The complete key, to be displayed once. */
    public String reveal() {
        return this + "_" + secret;
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return kind.prefix() + id;
    }
}
