package ghl.gateway.durability;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The rendered body of a task or note. Independent of the gateway's code, so that both do not share a mistake. */
final class Body {

    private static final Pattern MARKER = Pattern.compile("(?s)^(?:(.*)\\n)?(ref [A-Za-z0-9]{16})\\s*$");

    private Body() {}

    /** The text without the marker line, also if the body is HTML. */
    static String withoutMarker(String body) {
        String text = text(body);
        Matcher marked = MARKER.matcher(text);
        return (marked.matches() ? Optional.ofNullable(marked.group(1)).orElse("") : text).stripTrailing();
    }

    /** The marker line. */
    static Optional<String> marker(String body) {
        Matcher marked = MARKER.matcher(text(body));
        return marked.matches() ? Optional.of(marked.group(2)) : Optional.empty();
    }

    private static String text(String body) {
        if (!body.startsWith("<")) {
            return body;
        }
        String text = body.replaceAll("(?i)</p>|<br */?>", "\n").replaceAll("<[^>]*>", "");
        for (List<String> entity :
                List.of(List.of("&nbsp;", ""), List.of("&lt;", "<"), List.of("&gt;", ">"), List.of("&amp;", "&"))) {
            text = text.replace(entity.get(0), entity.get(1));
        }
        return text;
    }
}
