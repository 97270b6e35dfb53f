package ghl.gateway.access.key;

import java.net.URI;
import java.util.Locale;

/** Web origins, as in the {@code Origin} header. */
public final class Origin {

    private Origin() {}

    /** Whether the text is one origin: scheme, lower-case host and optional port, without path or wildcard. */
    public static boolean isExact(String text) {
        try {
            URI uri = URI.create(text);
            boolean isWeb = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            return isWeb
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && text.equals(uri.getScheme() + "://" + uri.getRawAuthority())
                    && text.equals(text.toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
