package ghl.gateway.submission.step;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.codec.binary.Base32;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Entities;
import org.jsoup.nodes.TextNode;

/**
 * The last line of each task and note that a step creates. It identifies the record when the call's answer was lost: the CRM
 * has no idempotency keys, and two tasks may be equal in everything else.
 */
public record Marker(String line) {

    private static final int BYTES = 10;
    private static final Pattern LINE = Pattern.compile("ref [A-Z2-7]{16}");

    /** The first 80 bits of a digest in base32 (RFC 4648). */
    public static Marker of(byte[] digest) {
        return new Marker("ref " + new Base32().encodeToString(Arrays.copyOf(digest, BYTES)));
    }

    /** The body with this marker as its last line. Lines of the body that look like a marker are dropped. */
    public String appendedTo(String body) {
        String kept = body == null ? "" : withoutMarkers(body);
        return kept.isEmpty() ? line : kept + "\n" + line;
    }

    /** Whether a body ends with this marker, read as text or as HTML: plain text with a tag in it could hide the marker. */
    public boolean ends(String body) {
        return body != null && (isLast(body.lines().map(String::strip)) || isLast(lines(body).stream()));
    }

    private boolean isLast(Stream<String> lines) {
        return lines.filter(text -> !text.isEmpty())
                .reduce((earlier, later) -> later)
                .filter(line::equals)
                .isPresent();
    }

    /** Whether the CRM's text equals what was sent, verbatim or as HTML that renders the same. */
    static boolean isSameText(String sent, String stored) {
        String text = sent == null ? "" : sent;
        List<String> rendered = lines(stored == null ? "" : stored);
        return rendered.equals(lines(text)) || rendered.equals(lines(Entities.escape(text)));
    }

    /** Like {@link #isSameText}, for two bodies that end with a marker: ignores their last lines. */
    public static boolean isSameIgnoringMarker(String sent, String stored) {
        List<String> rendered = withoutLast(lines(stored));
        return rendered.equals(withoutLast(lines(sent))) || rendered.equals(withoutLast(lines(Entities.escape(sent))));
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

    /** The rendered lines, without empty ones and with single spaces. */
    private static List<String> lines(String body) {
        Document document = Jsoup.parseBodyFragment(body.replace("\n", "<br>"));
        document.select("br, p, div, li, h1, h2, h3, tr")
                .forEach(block -> block.before(new TextNode("\n")).after(new TextNode("\n")));
        return Arrays.stream(document.wholeText().split("\n"))
                .map(text -> text.replace('\u00a0', ' ').strip().replaceAll("\\s+", " "))
                .filter(text -> !text.isEmpty())
                .toList();
    }
}
