package ghl.gateway.publicform.guard;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.netty.util.NetUtil;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/**
 * Finds the client's address behind trusted proxies. Each proxy appends the address of its peer to {@code X-Forwarded-For},
 * so the client is the rightmost address that is not a trusted proxy. Anything left of it may be forged.
 */
public final class ProxyChain {

    private static final Logger LOG = Logger.getLogger(ProxyChain.class);

    private static final Pattern WITH_PORT =
            Pattern.compile("(?<v4>[0-9.]+):[0-9]{1,5}|\\[(?<v6>[^\\]]*)\\](:[0-9]{1,5})?");

    private final List<IpSubnetFilterRule> trusted;
    private final AtomicBoolean isWarned = new AtomicBoolean();

    public ProxyChain(List<String> trusted) {
        this.trusted = trusted.stream().map(ProxyChain::network).toList();
    }

    /** Whether the text is an address or CIDR network, such as {@code 10.0.0.7}, {@code 10.0.0.0/8} or {@code fd00::/8}. */
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
     * @param peer the connection's remote address
     * @param forwardedFor all {@code X-Forwarded-For} headers joined by commas; null without any
     */
    public String client(String peer, String forwardedFor) {
        if (forwardedFor == null) {
            return peer;
        }
        if (!isTrusted(peer)) {
            warnOnce();
            return peer;
        }
        String[] hops = forwardedFor.split(",");
        String client = peer;
        for (int hop = hops.length - 1; hop >= 0 && isTrusted(client); hop--) {
            String address = withoutMapping(withoutPort(hops[hop].strip()));
            if (!isAddress(address)) {
                return client;
            }
            client = address;
        }
        return client;
    }

    /** Some proxies append a port: {@code 203.0.113.9:51442} or {@code [2001:db8::9]:51442}. */
    private static String withoutPort(String hop) {
        Matcher matcher = WITH_PORT.matcher(hop);
        if (!matcher.matches()) {
            return hop;
        }
        return matcher.group("v4") == null ? matcher.group("v6") : matcher.group("v4");
    }

    /** Converts {@code ::ffff:203.0.113.9} to IPv4: as IPv6, all such addresses would share one /64 network. */
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

    /** Logs once, because any client can send the header and could otherwise flood the log. */
    private void warnOnce() {
        if (isWarned.compareAndSet(false, true)) {
            LOG.warn(
                    "A form arrived with X-Forwarded-For from an address not in GATEWAY_INTAKE_TRUSTED_PROXIES. If that is"
                            + " your proxy, add it to the setting: until then rate limits count all people behind it as one");
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
            throw new IllegalArgumentException(text + " is not an IP address");
        }
        int fullLength = NetUtil.isValidIpV4Address(parts[0]) ? 32 : 128;
        int prefix = parts.length == 1 ? fullLength : Integer.parseInt(parts[1]);
        return new IpSubnetFilterRule(parts[0], prefix, IpFilterRuleType.ACCEPT);
    }
}
