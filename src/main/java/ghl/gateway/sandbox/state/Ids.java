package ghl.gateway.sandbox.state;

import java.security.SecureRandom;

/** IDs like the vendor's: twenty letters and digits. Source: the vendor's Contacts API. */
public final class Ids {

    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int LENGTH = 20;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    public static String next() {
        StringBuilder id = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            id.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return id.toString();
    }

    public static boolean isWellFormed(String id) {
        return id.matches("[0-9A-Za-z]{" + LENGTH + "}");
    }
}
