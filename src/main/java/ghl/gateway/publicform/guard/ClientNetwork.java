package ghl.gateway.publicform.guard;

import io.netty.util.NetUtil;
import java.util.Arrays;
import java.util.HexFormat;

/** Whom an address stands for where senders are counted. */
public final class ClientNetwork {

    /** The network that a provider gives to one customer: 64 bits. */
    private static final int NETWORK_BYTES = 8;

    private static final int IPV4_BYTES = 4;

    private ClientNetwork() {}

    /** The same for all addresses of an IPv6 network of 64 bits, for one customer has all of them; else the address. */
    public static String of(String address) {
        byte[] bytes = NetUtil.createByteArrayFromIpAddressString(address);
        if (bytes == null || bytes.length == IPV4_BYTES) {
            return address;
        }
        return HexFormat.of().formatHex(Arrays.copyOf(bytes, NETWORK_BYTES)) + "/64";
    }
}
