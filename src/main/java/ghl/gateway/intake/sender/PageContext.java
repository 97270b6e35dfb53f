package ghl.gateway.intake.sender;

import ghl.gateway.form.answer.LetterCase;
import ghl.gateway.submission.input.SubmissionContextInput;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Where a form was filled in: the page and its campaign, from whatever place the sender puts them. */
final class PageContext {

    private static final int MAX_URL_LENGTH = 2_000;
    private static final int MAX_UTM_LENGTH = 200;
    private static final String UTM = "utm";

    /** Where a sender has data that a page's address or a form's author gave. */
    static final String HIDDEN = "hidden";

    private static final String SOURCE = "utmsource";
    private static final String MEDIUM = "utmmedium";
    private static final String CAMPAIGN = "utmcampaign";

    /** Without separators: {@code page_url}, {@code Page URL} and {@code pageUrl} are the same. */
    private static final Set<String> PAGES =
            Set.of("pageurl", "sourceurl", "landingpage", "landingpageurl", "pagelocation");

    private static final String TITLE = "pagetitle";
    private static final int MAX_TITLE_LENGTH = 500;

    private final Map<String, String> utm = new HashMap<>();
    private String title;
    private String given;
    private String found;

    /** The page's address as its sender says; takes precedence over one found among the answers. */
    void page(String address) {
        given = isAddress(address) ? address.strip() : null;
    }

    /**
     * The name of an answer: {@code utm_source} for the nested {@code customData.utm_source}, but not for {@code
     * hidden.utm_source}, beside which another answer has that name.
     */
    String name(String nested, String value) {
        String last = last(nested);
        return last.startsWith("utm_") && !nested.startsWith(HIDDEN + ".") ? last : nested;
    }

    /** Takes note of an answer that says something about the page. @return whether it says nothing else */
    boolean note(String name, String value) {
        String last = lettersOf(last(name));
        if (last.startsWith(UTM)) {
            utm.putIfAbsent(last, value);
        } else if (PAGES.contains(last) && isAddress(value)) {
            found = found == null ? value.strip() : found;
            return true;
        } else if (last.equals(TITLE) && value.length() <= MAX_TITLE_LENGTH) {
            title = title == null ? value.strip() : title;
            return true;
        }
        return false;
    }

    /** Null when nothing is known. What the page's address says about the campaign counts where no answer says it. */
    SubmissionContextInput get() {
        String page = given == null ? found : given;
        if (page != null) {
            parameters(page).forEach((name, values) -> note(name, values.get(0)));
        }
        return Stream.of(page, title, utm(SOURCE), utm(MEDIUM), utm(CAMPAIGN)).allMatch(Objects::isNull)
                ? null
                : new SubmissionContextInput(page, title, null, utm(SOURCE), utm(MEDIUM), utm(CAMPAIGN));
    }

    private String utm(String name) {
        String value = utm.get(name);
        return value == null || value.isBlank() ? null : value.substring(0, Math.min(value.length(), MAX_UTM_LENGTH));
    }

    private static Map<String, List<String>> parameters(String address) {
        try {
            return new QueryStringDecoder(address).parameters();
        } catch (IllegalArgumentException strayPercentSign) {
            return Map.of();
        }
    }

    private static boolean isAddress(String text) {
        return text != null
                && text.length() <= MAX_URL_LENGTH
                && (text.strip().startsWith("https://") || text.strip().startsWith("http://"));
    }

    private static String last(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static String lettersOf(String name) {
        return name.length() > MAX_UTM_LENGTH ? "" : LetterCase.lower(name).replaceAll("[^a-z]", "");
    }
}
