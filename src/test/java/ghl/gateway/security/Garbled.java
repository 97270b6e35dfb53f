package ghl.gateway.security;

import java.util.List;
import java.util.Random;

/** Mutates texts: cuts, doubles and inserts characters with a meaning. */
final class Garbled {

    private static final List<String> MEANINGFUL =
            List.of("{", "}", "\"", "\\u0000", "\\r\\n", "null", "[", "-1e999", "\\ud800", "$", "@");

    private Garbled() {}

    /** @param seed the same gives the same */
    static String of(String text, int times, long seed) {
        Random random = new Random(seed);
        StringBuilder garbled = new StringBuilder(text);
        for (int i = 0; i < times && garbled.length() > 1; i++) {
            int at = random.nextInt(garbled.length());
            switch (random.nextInt(5)) {
                case 0 -> garbled.deleteCharAt(at);
                case 1 -> garbled.setCharAt(at, (char) random.nextInt(0x3000));
                case 2 -> garbled.insert(at, garbled.substring(0, at));
                case 3 -> garbled.setLength(at);
                default -> garbled.insert(at, MEANINGFUL.get(random.nextInt(MEANINGFUL.size())));
            }
        }
        return garbled.toString();
    }
}
