package ghl.gateway.intake.body;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads HTML forms without parts: {@code a=1&b=2}, and the lines of {@code enctype="text/plain"}. */
final class FormFields {

    static final int MAX_FIELDS = 20_000;

    private static final String URLENCODED = "application/x-www-form-urlencoded";
    private static final String PLAIN = "text/plain";

    /** A field in which forms say how they are encoded. */
    private static final String CHARSET = "_charset_";

    private static final Pattern NAME = Pattern.compile("[^\\v\\p{Cntrl}\"<>=]++=");
    private static final Pattern ENCODED_NAME = Pattern.compile("[^\\s\\p{Cntrl}\"<>=&]++=");

    /** Lines such as {@code Email address: ada@example.com}. */
    private static final Pattern TITLE = Pattern.compile("[^\\v\\p{Cntrl}\"<>=:{}\\[\\]]++:(?=\\h|\\v|\\z)");

    private FormFields() {}

    /** Whether a text looks like fields: anything with a name does when it is labelled so. */
    static boolean isForm(String text, String mediaType) {
        String fields = text.stripLeading();
        if (isTitled(fields, mediaType)) {
            return true;
        }
        return switch (mediaType) {
            case URLENCODED ->
                startsWith(NAME, fields) || fields.contains("=") && "{[\"<".indexOf(fields.charAt(0)) < 0;
            case PLAIN -> startsWith(NAME, fields);
            default -> startsWith(ENCODED_NAME, fields);
        };
    }

    /** @param charset of the header; null without one */
    static JsonNode read(byte[] bytes, String text, String mediaType, Charset charset) {
        List<FormField> fields = isTitled(text.stripLeading(), mediaType)
                ? lines(text, TITLE)
                : isLines(text, mediaType) ? lines(text, NAME) : urlencoded(bytes, text, charset);
        return jsonInName(fields).orElseGet(() -> tree(fields));
    }

    static void checkNumber(int fields) {
        if (fields > MAX_FIELDS) {
            throw MalformedBodyException.malformed("The form has more than " + MAX_FIELDS + " fields");
        }
    }

    /** The charset of all fields: the header's, else what the field for it says. */
    static Charset charset(Charset declared, Stream<FormField> fields) {
        return declared != null
                ? declared
                : fields.flatMap(field -> saidCharset(field).stream())
                        .findFirst()
                        .orElse(null);
    }

    static JsonNode tree(List<FormField> fields) {
        return FormTree.of(
                fields.stream().filter(field -> saidCharset(field).isEmpty()).toList());
    }

    private static Optional<Charset> saidCharset(FormField field) {
        return field.name().equals(CHARSET) ? BodyText.charset(field.value()) : Optional.empty();
    }

    /** Encoded fields have no line ends; a single line is one of lines only if it is labelled so and cannot be encoded. */
    private static boolean isLines(String text, String mediaType) {
        String body = text.strip();
        boolean isSingle = body.lines().limit(2).count() == 1;
        if (mediaType.equals(PLAIN)) {
            return !isSingle || body.length() < text.length() && !body.contains("&");
        }
        return !isSingle && !body.contains("&") && body.lines().allMatch(line -> startsWith(NAME, line));
    }

    private static boolean isTitled(String fields, String mediaType) {
        return startsWith(TITLE, fields) && (mediaType.equals(PLAIN) || !fields.contains("=") || !fields.contains("&"));
    }

    /** A line without a name continues the answer before it. @param start a name and a separator of one character */
    private static List<FormField> lines(String text, Pattern start) {
        List<FormField> fields = new ArrayList<>();
        StringBuilder value = new StringBuilder();
        String name = null;
        for (String line : (Iterable<String>) text.strip().lines()::iterator) {
            Matcher named = start.matcher(line);
            if (named.lookingAt()) {
                add(fields, name, value);
                name = line.substring(0, named.end() - 1);
                String first = line.substring(named.end());
                value = new StringBuilder(start == TITLE ? first.strip() : first);
            } else {
                value.append('\n').append(line);
            }
        }
        add(fields, name, value);
        return fields;
    }

    private static void add(List<FormField> fields, String name, CharSequence value) {
        if (name != null) {
            fields.add(new FormField(name, value.toString()));
            checkNumber(fields.size());
        }
    }

    private static List<FormField> urlencoded(byte[] bytes, String text, Charset declared) {
        boolean isText = BodyText.markedCharset(bytes).isPresent() || !isAscii(declared);
        String octets = new String(isText ? text.getBytes(UTF_8) : bytes, ISO_8859_1).strip();
        String[] pairs = octets.split("&", MAX_FIELDS + 1);
        checkNumber(pairs.length);
        List<FormField> encoded = Stream.of(pairs)
                .filter(pair -> !pair.isEmpty())
                .map(pair -> pair.split("=", 2))
                .map(pair -> new FormField(pair[0], pair.length == 1 ? "" : pair[1]))
                .toList();
        Charset charset = charset(isText ? UTF_8 : declared, encoded.stream());
        return encoded.stream()
                .map(field -> new FormField(decode(field.name(), charset), decode(field.value(), charset)))
                .toList();
    }

    private static String decode(String encoded, Charset charset) {
        return BodyText.decodePart(PercentEncoding.decode(encoded.replace('+', ' ')), charset);
    }

    /** Some clients label JSON as a form and encode it as if it were a name. */
    private static Optional<JsonNode> jsonInName(List<FormField> fields) {
        return fields.size() == 1 && fields.get(0).value().isEmpty()
                ? JsonText.body(fields.get(0).name())
                : Optional.empty();
    }

    /** Whether ASCII characters are their bytes. */
    private static boolean isAscii(Charset charset) {
        return charset == null || new String("&=%".getBytes(US_ASCII), charset).equals("&=%");
    }

    private static boolean startsWith(Pattern start, String text) {
        return start.matcher(text).lookingAt();
    }
}
