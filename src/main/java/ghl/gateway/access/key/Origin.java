package ghl.gateway.access.key;

import java.net.URI;
import java.util.Locale;

/** Where a page is from, as browsers write it. */
public final class Origin {

    private Origin() {}

    /** Whether it is one origin: a scheme, a host in lower case, perhaps a port; no path and no wildcard. */
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
