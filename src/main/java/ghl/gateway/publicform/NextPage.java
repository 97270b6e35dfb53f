package ghl.gateway.publicform;

import ghl.gateway.form.answer.Answers;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Redirect target of a form without JavaScript. The form names it; it must be on the gateway itself ({@code /…}) or start
 * with a prefix that the definition allows.
 */
public final class NextPage {

    static final String ANSWER = "_next";

    private static final String ID = "{id}";
    private static final int MAX_LENGTH = 2000;

    /**
     * In a path: encoded dots, slashes, backslashes, percent signs and control characters, empty segments, and dot segments
     * with parameters. Servers disagree on them, and some would leave the prefix.
     */
    private static final Pattern AMBIGUOUS_PATH =
            Pattern.compile("%(2e|2f|5c|25|0.|1.|7f)|//|/\\.{1,2};", Pattern.CASE_INSENSITIVE);

    private NextPage() {}

    /** Empty when the form names none, or one that is not allowed. ASCII-encoded, as required in headers. */
    public static Optional<String> find(Answers answers, List<String> allowed, String submissionId) {
        return answers.values(ANSWER).stream()
                .findFirst()
                .filter(next -> next.length() <= MAX_LENGTH)
                .flatMap(next -> ascii(next.strip().replace(ID, submissionId)))
                .filter(NextPage::isUnambiguous)
                .map(URI::toString)
                .filter(next -> next.startsWith("/")
                        || allowed.stream().anyMatch(prefix -> matches(asciiPrefix(prefix), next)));
    }

    /** Comes before any check, because it normalizes: some characters become ASCII, such as a Greek question mark. */
    private static Optional<URI> ascii(String address) {
        try {
            return Optional.of(new URI(new URI(address).toASCIIString()));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static String asciiPrefix(String prefix) {
        return ascii(prefix).map(URI::toString).orElse(prefix);
    }

    /** Rejects addresses that a browser or the page's server might interpret differently. */
    private static boolean isUnambiguous(URI uri) {
        String address = uri.toString();
        return uri.normalize().equals(uri)
                && uri.getRawUserInfo() == null
                && !address.startsWith("//")
                && !AMBIGUOUS_PATH.matcher(String.valueOf(uri.getRawPath())).find()
                && (uri.isAbsolute() ? isWeb(uri) : address.startsWith("/"));
    }

    private static boolean isWeb(URI uri) {
        return uri.getHost() != null
                && ("https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme()));
    }

    /** {@code https://example.com} matches {@code https://example.com/a} but not {@code https://example.com.evil.org}. */
    private static boolean matches(String prefix, String address) {
        if (!address.startsWith(prefix)) {
            return false;
        }
        return prefix.endsWith("/")
                || address.length() == prefix.length()
                || "/?#".indexOf(address.charAt(prefix.length())) >= 0;
    }
}
