package ghl.gateway.publicform;

import io.netty.util.NetUtil;
import java.util.HexFormat;
import java.util.Set;

/**
 * The client of a request.
 *
 * @param address the client's IP address, resolved through trusted proxies
 * @param origin the Origin header; null without one
 * @param host the Host header; null without one
 */
public record ClientInfo(String address, String origin, String host) {

    private static final int NETWORK_BYTES = 8;

    /**
     * The client's key in rate limits: the /64 network of an IPv6 address, because one customer has all its addresses, or the
     * IPv4 address.
     */
    public String network() {
        byte[] bytes = NetUtil.createByteArrayFromIpAddressString(address);
        boolean isIpv6 = bytes != null && bytes.length > NETWORK_BYTES;
        return isIpv6 ? HexFormat.of().formatHex(bytes, 0, NETWORK_BYTES) + "/64" : address;
    }

    /** Whether the origin is listed, is the gateway's own, or is absent because the client is not a browser page. */
    boolean isAllowedBy(Set<String> origins) {
        return origin == null || origins.contains(origin) || isOwn();
    }

    /** Ignores the scheme, which differs when a proxy terminates TLS. */
    private boolean isOwn() {
        int scheme = origin.indexOf("://");
        return host != null && scheme > 0 && origin.substring(scheme + 3).equals(host);
    }
}
