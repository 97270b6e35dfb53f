package ghl.gateway.publicform;

import ghl.gateway.form.answer.Answers;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;

/**
 * Where a form without script leads on to: an address that it names itself, if it is one of the gateway's own ({@code /…}),
 * or its definition has a beginning of it.
 */
public final class NextPage {

    /** The answer that names it. */
    static final String ANSWER = "_next";

    /** Stands for the submission's id. */
    private static final String ID = "{id}";

    private NextPage() {}

    /** Empty when it names none, or one that it may not lead to. In ASCII, for a header takes nothing else. */
    public static Optional<String> of(Answers answers, List<String> allowed, String submissionId) {
        return answers.values(ANSWER).stream()
                .findFirst()
                .map(next -> next.strip().replace(ID, submissionId))
                .filter(next -> isClean(next)
                        && (next.startsWith("/") || allowed.stream().anyMatch(prefix -> leadsInto(prefix, next))))
                .map(next -> URI.create(next).toASCIIString());
    }

    /** What browsers and we might read differently leads nowhere. */
    private static boolean isClean(String address) {
        try {
            URI uri = new URI(address);
            return uri.normalize().equals(uri)
                    && uri.getRawUserInfo() == null
                    && !address.startsWith("//")
                    && (uri.isAbsolute() ? isWeb(uri) : address.startsWith("/"));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static boolean isWeb(URI uri) {
        return uri.getHost() != null
                && ("https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme()));
    }

    /** {@code https://example.com} begins {@code https://example.com/a}, and not {@code https://example.com.evil.org}. */
    private static boolean leadsInto(String prefix, String address) {
        if (!address.startsWith(prefix)) {
            return false;
        }
        return prefix.endsWith("/")
                || address.length() == prefix.length()
                || "/?#".indexOf(address.charAt(prefix.length())) >= 0;
    }
}
