package ghl.gateway.publicform.guard;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.netty.util.NetUtil;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/**
 * Who really sent a request that came through proxies. Each proxy writes the address that it saw behind those that it was
 * told, so that from the right, the first one which is no proxy of ours is the client; what stands left of it anybody may
 * have written.
 */
public final class ProxyChain {

    private static final Logger LOG = Logger.getLogger(ProxyChain.class);

    private static final Pattern WITH_PORT =
            Pattern.compile("(?<v4>[0-9.]+):[0-9]{1,5}|\\[(?<v6>[^\\]]*)\\](:[0-9]{1,5})?");

    private final List<IpSubnetFilterRule> trusted;
    private final AtomicBoolean isWarned = new AtomicBoolean();

    /** @param trusted addresses or networks */
    public ProxyChain(List<String> trusted) {
        this.trusted = trusted.stream().map(ProxyChain::network).toList();
    }

    /** Whether it is an address or a network, such as {@code 10.0.0.7}, {@code 10.0.0.0/8} or {@code fd00::/8}. */
    public static boolean isNetwork(String text) {
        try {
            network(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /**
     * The client's address.
     *
     * @param peer whoever the connection is with
     * @param forwardedFor all {@code X-Forwarded-For} headers, joined by commas; null without any
     */
    public String client(String peer, String forwardedFor) {
        if (forwardedFor == null) {
            return peer;
        }
        if (!isTrusted(peer)) {
            warnOnce();
            return peer;
        }
        List<String> hops = Arrays.stream(forwardedFor.split(","))
                .map(String::strip)
                .map(ProxyChain::withoutPort)
                .map(ProxyChain::withoutMapping)
                .toList();
        String client = peer;
        for (int hop = hops.size() - 1; hop >= 0; hop--) {
            if (!isAddress(hops.get(hop))) {
                return client;
            }
            client = hops.get(hop);
            if (!isTrusted(client)) {
                return client;
            }
        }
        return client;
    }

    /** Some proxies write {@code 203.0.113.9:51442}, or {@code [2001:db8::9]:51442}. */
    private static String withoutPort(String hop) {
        Matcher written = WITH_PORT.matcher(hop);
        if (!written.matches()) {
            return hop;
        }
        return written.group("v4") == null ? written.group("v6") : written.group("v4");
    }

    /** Some write IPv4 as {@code ::ffff:203.0.113.9}; as IPv6 all of these were of one network. */
    private static String withoutMapping(String hop) {
        byte[] bytes = isAddress(hop) ? NetUtil.createByteArrayFromIpAddressString(hop) : null;
        try {
            return bytes != null && InetAddress.getByAddress(bytes) instanceof Inet4Address mapped
                    ? mapped.getHostAddress()
                    : hop;
        } catch (UnknownHostException e) {
            throw new IllegalStateException("An address has " + bytes.length + " bytes", e);
        }
    }

    /** Anybody can send such a header, so that more than one line would be anybody's to write. */
    private void warnOnce() {
        if (isWarned.compareAndSet(false, true)) {
            LOG.warn(
                    "Forms come with X-Forwarded-For from an address that GATEWAY_INTAKE_TRUSTED_PROXIES does not name."
                            + " If that is your proxy, name it there: until then all people behind it count as one");
        }
    }

    private boolean isTrusted(String address) {
        return isAddress(address)
                && trusted.stream()
                        .anyMatch(rule -> rule.matches(
                                new InetSocketAddress(NetUtil.createInetAddressFromIpAddressString(address), 0)));
    }

    private static boolean isAddress(String text) {
        return NetUtil.isValidIpV4Address(text) || NetUtil.isValidIpV6Address(text);
    }

    private static IpSubnetFilterRule network(String text) {
        String[] parts = text.strip().split("/", 2);
        if (!isAddress(parts[0])) {
            throw new IllegalArgumentException(text + " is no address");
        }
        int whole = NetUtil.isValidIpV4Address(parts[0]) ? 32 : 128;
        int prefix = parts.length == 1 ? whole : Integer.parseInt(parts[1]);
        return new IpSubnetFilterRule(parts[0], prefix, IpFilterRuleType.ACCEPT);
    }
}
