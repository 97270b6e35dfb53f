package ghl.gateway.intake.body;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A header such as {@code form-data; name="a"}. Parsing never fails: invalid parameters are ignored.
 *
 * @param value before the first semicolon, in lower case
 * @param parameters by lower-case name, the first of each
 */
record HeaderValue(String value, Map<String, String> parameters) {

    static HeaderValue parse(String header) {
        String[] parts = header.split(";", 2);
        Map<String, String> parameters = new HashMap<>();
        if (parts.length == 2) {
            new Scanner(parts[1]).read(parameters);
        }
        return new HeaderValue(parts[0].strip().toLowerCase(Locale.ROOT), parameters);
    }

    /** A parameter that may be written as {@code name*=UTF-8''percent-encoded} (RFC 8187), which wins. */
    Optional<String> extended(String name) {
        return Optional.ofNullable(parameters.get(name + "*"))
                .map(encoded -> encoded.split("'", 3))
                .filter(parts -> parts.length == 3)
                .map(parts -> BodyText.decodePart(
                        PercentEncoding.decode(parts[2]),
                        BodyText.charset(parts[0]).orElse(null)))
                .or(() -> Optional.ofNullable(parameters.get(name)));
    }

    private static final class Scanner {

        private final String text;
        private int at;

        Scanner(String text) {
            this.text = text;
        }

        void read(Map<String, String> parameters) {
            for (; at < text.length(); at++) {
                String name = until("=;").strip().toLowerCase(Locale.ROOT);
                if (at < text.length() && text.charAt(at) == '=') {
                    at++;
                    parameters.putIfAbsent(name, value());
                }
            }
        }

        private String value() {
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
            if (at < text.length() && text.charAt(at) == '"') {
                at++;
                String quoted = quoted();
                until(";");
                return quoted;
            }
            return until(";").strip();
        }

        /** A backslash is kept, as in the paths that old browsers send, except before a quote or another backslash. */
        private String quoted() {
            StringBuilder value = new StringBuilder();
            for (; at < text.length() && text.charAt(at) != '"'; at++) {
                boolean isEscape = text.startsWith("\\\"", at) || text.startsWith("\\\\", at);
                value.append(text.charAt(isEscape ? ++at : at));
            }
            return value.toString();
        }

        private String until(String ends) {
            int start = at;
            while (at < text.length() && ends.indexOf(text.charAt(at)) < 0) {
                at++;
            }
            return text.substring(start, at);
        }
    }
}
