package ghl.gateway.publicform;

import java.util.Set;

/**
 * From where somebody sends.
 *
 * @param address the client's, behind proxies that are trusted
 * @param origin of the page that sends, as the browser says; null when nobody says
 * @param host the name, with its port, under which the visitor reaches the gateway; null when it says none
 */
public record ClientInfo(String address, String origin, String host) {

    /** Whether the page is one of these, or one of the gateway's own; without an {@code Origin} it is no page. */
    boolean isFrom(Set<String> origins) {
        return origin == null || origins.contains(origin) || isOwn();
    }

    /** A proxy in front may speak TLS where we do not: the scheme tells nothing. */
    private boolean isOwn() {
        int scheme = origin.indexOf("://");
        return host != null && scheme > 0 && origin.substring(scheme + 3).equals(host);
    }
}
