package ghl.gateway.intake.sender;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Lines that Elementor adds after a form's answers. Their titles are in the site's language, but their values have known
 * forms. In the order in which a value is recognised.
 */
enum ElementorLine {
    IP_ADDRESS("Remote IP", "\\d{1,3}(\\.\\d{1,3}){3}|[0-9a-fA-F]{0,4}(:[0-9a-fA-F]{0,4}){3,7}"),
    BROWSER("User Agent", "Mozilla/\\d.*"),
    CREDIT("Powered by", "Elementor"),
    PAGE("Page URL", "https?://\\S+"),
    PAGE_TITLE("Page Title", ""),
    TIME("Time", "\\d{1,2}[:.h]\\d{2}.{0,10}"),
    DATE("Date", ".{0,30}(20\\d\\d|\\d{1,2}[./-]\\d{1,2}[./-]\\d\\d).{0,10}");

    private final String title;
    private final Pattern value;

    ElementorLine(String title, String value) {
        this.title = title;
        this.value = Pattern.compile(value);
    }

    /**
     * The names of these lines in a body. Goes back from the form's id to the first line of another kind. Without a line
     * that no answer looks like, the last lines are answers.
     */
    static Map<ElementorLine, String> in(JsonNode body, String formId) {
        List<String> names = body.properties().stream().map(Map.Entry::getKey).toList();
        Map<ElementorLine, String> lines = new EnumMap<>(ElementorLine.class);
        for (int place = names.indexOf(formId) - 1; place >= 0; place--) {
            String name = names.get(place);
            Optional<ElementorLine> line = of(name, body.path(name).asText(""));
            if (line.isEmpty() || lines.putIfAbsent(line.get(), name) != null) {
                break;
            }
        }
        return Stream.of(IP_ADDRESS, BROWSER, CREDIT).anyMatch(lines::containsKey) ? lines : Map.of();
    }

    private static Optional<ElementorLine> of(String name, String text) {
        return Stream.of(values())
                .filter(line -> line.title.equalsIgnoreCase(name))
                .findFirst()
                .or(() -> Stream.of(values())
                        .filter(line -> line.value.matcher(text).matches())
                        .findFirst());
    }
}
