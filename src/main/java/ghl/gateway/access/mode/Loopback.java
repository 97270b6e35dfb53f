package ghl.gateway.access.mode;

import java.util.Locale;
import java.util.regex.Pattern;

/** Names and addresses of this machine. */
public final class Loopback {

    private static final Pattern HOST = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[?::1]?");
    private static final Pattern PORT = Pattern.compile(":\\d{1,5}$");

    private Loopback() {}

    static boolean isHost(String host) {
        return HOST.matcher(host.toLowerCase(Locale.ROOT)).matches();
    }

    /** @param authority host with or without port, as in the {@code Host} header; may be null */
    public static boolean isAuthority(String authority) {
        return authority != null && isHost(PORT.matcher(authority).replaceFirst(""));
    }

    /** @param origin value of the {@code Origin} header */
    public static boolean isOrigin(String origin) {
        int scheme = origin.indexOf("://");
        return scheme > 0 && isAuthority(origin.substring(scheme + 3));
    }
}
