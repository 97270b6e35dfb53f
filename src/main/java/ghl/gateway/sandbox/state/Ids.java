package ghl.gateway.sandbox.state;

import java.security.SecureRandom;
import java.util.stream.Collectors;

/** IDs like the vendor's: twenty letters and digits. Source: the vendor's Contacts API. */
public final class Ids {

    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int LENGTH = 20;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    public static String next() {
        return RANDOM.ints(LENGTH, 0, ALPHABET.length())
                .mapToObj(position -> ALPHABET.substring(position, position + 1))
                .collect(Collectors.joining());
    }

    public static boolean isWellFormed(String id) {
        return id.matches("[0-9A-Za-z]{" + LENGTH + "}");
    }
}
