package ghl.gateway.submission.step;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Entities;
import org.jsoup.nodes.TextNode;

/**
 * The last line of what a step creates, by which it is recognised when its answer was lost: the CRM has no idempotency
 * keys, and two tasks may be equal in everything else.
 */
public record Marker(String line) {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int CHARACTERS = 16;
    private static final Pattern LINE = Pattern.compile("ref [A-Z2-7]{" + CHARACTERS + "}");

    /** Of the first 80 bits of a digest, in base32 (RFC 4648). */
    public static Marker of(byte[] digest) {
        StringBuilder line = new StringBuilder("ref ");
        for (int i = 0; i < CHARACTERS; i++) {
            line.append(ALPHABET.charAt(fiveBits(digest, i * 5)));
        }
        return new Marker(line.toString());
    }

    /** The body with this marker as its last line. Lines that look like a marker are left out of it. */
    public String appendedTo(String body) {
        String kept = body == null ? "" : withoutMarkers(body);
        return kept.isEmpty() ? line : kept + "\n" + line;
    }

    /** Whether a body, as text or as HTML, ends with this marker. */
    public boolean ends(String body) {
        return body != null && (isLast(body.lines().map(String::strip)) || isLast(lines(body).stream()));
    }

    /** Text that looks like HTML would swallow the marker if it were only read as such. */
    private boolean isLast(Stream<String> lines) {
        return lines.filter(text -> !text.isEmpty())
                .reduce((earlier, later) -> later)
                .filter(line::equals)
                .isPresent();
    }

    /** Whether the CRM holds what was sent to it, as it was or as HTML that shows the same. */
    static boolean isSameText(String sent, String held) {
        String text = sent == null ? "" : sent;
        List<String> shown = lines(held == null ? "" : held);
        return shown.equals(lines(text)) || shown.equals(lines(Entities.escape(text)));
    }

    /** Whether two bodies that both end with a marker are the same beside it, as text or as HTML that shows the same. */
    public static boolean isSameBeside(String sent, String held) {
        List<String> shown = withoutLast(lines(held));
        return shown.equals(withoutLast(lines(sent))) || shown.equals(withoutLast(lines(Entities.escape(sent))));
    }

    private static List<String> withoutLast(List<String> lines) {
        return lines.isEmpty() ? lines : lines.subList(0, lines.size() - 1);
    }

    private static String withoutMarkers(String body) {
        return body.lines()
                .filter(text -> !LINE.matcher(text.strip()).matches())
                .collect(Collectors.joining("\n"))
                .stripTrailing();
    }

    /** What a person would read, without empty lines and with single blanks. */
    private static List<String> lines(String body) {
        Document document = Jsoup.parseBodyFragment(body.replace("\n", "<br>"));
        document.select("br, p, div, li, h1, h2, h3, tr")
                .forEach(block -> block.before(new TextNode("\n")).after(new TextNode("\n")));
        return Arrays.stream(document.wholeText().split("\n"))
                .map(text -> text.replace('\u00a0', ' ').strip().replaceAll("\\s+", " "))
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private static int fiveBits(byte[] bytes, int from) {
        int value = 0;
        for (int bit = from; bit < from + 5; bit++) {
            value = value << 1 | bytes[bit / 8] >> (7 - bit % 8) & 1;
        }
        return value;
    }
}
