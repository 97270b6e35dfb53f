package ghl.gateway.access.key;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A key as its holder has it: {@code sk_ID_SECRET}. By the id it is found, by the secret it is believed; only a digest of
 * the secret is ever kept. Its text is in {@link #shown()} alone.
 */
public final class ApiKeyText {

    private static final int SECRET_BYTES = 32;
    private static final int ID_LENGTH = 12;
    private static final String ID_LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final KeyKind kind;
    private final String id;
    private final byte[] secret;

    private ApiKeyText(KeyKind kind, String id, byte[] secret) {
        this.kind = kind;
        this.id = id;
        this.secret = secret;
    }

    static ApiKeyText random(KeyKind kind) {
        byte[] secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        StringBuilder id = new StringBuilder();
        RANDOM.ints(ID_LENGTH, 0, ID_LETTERS.length()).forEach(letter -> id.append(ID_LETTERS.charAt(letter)));
        return new ApiKeyText(kind, id.toString(), secret);
    }

    /** Whether somebody means this to be one of our keys. */
    public static boolean isMeant(String text) {
        return Arrays.stream(KeyKind.values()).anyMatch(kind -> text.startsWith(kind.prefix()));
    }

    /** Empty when it cannot be one. */
    static Optional<ApiKeyText> read(String text) {
        return Arrays.stream(KeyKind.values())
                .filter(kind -> text.startsWith(kind.prefix()))
                .findFirst()
                .flatMap(kind -> read(kind, text.substring(kind.prefix().length())));
    }

    private static Optional<ApiKeyText> read(KeyKind kind, String rest) {
        if (rest.length() <= ID_LENGTH || rest.charAt(ID_LENGTH) != '_') {
            return Optional.empty();
        }
        try {
            byte[] secret = Base64.getUrlDecoder().decode(rest.substring(ID_LENGTH + 1));
            return secret.length == SECRET_BYTES
                    ? Optional.of(new ApiKeyText(kind, rest.substring(0, ID_LENGTH), secret))
                    : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    KeyKind kind() {
        return kind;
    }

    String id() {
        return id;
    }

    /** Hexadecimal. 256 random bits need no salt and no slow function: nobody guesses them. */
    String digest() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(secret));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The key itself, to be told once to whom it is for. */
    public String shown() {
        return kind.prefix() + id + "_"
                + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }

    @Override
    public String toString() {
        return kind.prefix() + id;
    }
}
