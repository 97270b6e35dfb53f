package ghl.gateway.publicform.guard;

import static org.assertj.core.api.Assertions.assertThat;

import ghl.gateway.fixture.LoggedLines;
import ghl.gateway.publicform.ClientInfo;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ProxyChainTest {

    @RegisterExtension
    final LoggedLines lines = new LoggedLines(ProxyChain.class);

    private final ProxyChain chain = new ProxyChain(List.of("10.0.0.0/8", "2001:db8::1"));

    @Test
    void untrusted_peer_is_the_client() {
        assertThat(chain.client("203.0.113.9", "198.51.100.1")).isEqualTo("203.0.113.9");
    }

    @Test
    void rightmost_untrusted_address_is_the_client() {
        assertThat(chain.client("10.1.2.3", "198.51.100.1, 203.0.113.9, 10.0.0.1"))
                .isEqualTo("203.0.113.9");
        assertThat(chain.client("2001:db8::1", "2001:db8::77")).isEqualTo("2001:db8::77");
    }

    @Test
    void invalid_address_is_ignored() {
        assertThat(chain.client("10.1.2.3", "nonsense")).isEqualTo("10.1.2.3");
        assertThat(chain.client("10.1.2.3", "unknown, 203.0.113.9")).isEqualTo("203.0.113.9");
        assertThat(chain.client("10.1.2.3", null)).isEqualTo("10.1.2.3");
    }

    @Test
    void port_is_removed() {
        assertThat(chain.client("10.1.2.3", "203.0.113.9:51442")).isEqualTo("203.0.113.9");
        assertThat(chain.client("10.1.2.3", "[2001:db8::9]:51442, 10.0.0.1:80")).isEqualTo("2001:db8::9");
        assertThat(chain.client("10.1.2.3", "[2001:db8::9]")).isEqualTo("2001:db8::9");
        assertThat(chain.client("10.1.2.3", "2001:db8::9")).isEqualTo("2001:db8::9");
        assertThat(chain.client("10.1.2.3", "[nonsense]:1")).isEqualTo("10.1.2.3");
    }

    @Test
    void ipv4_mapped_address_becomes_ipv4() {
        assertThat(chain.client("10.1.2.3", "::ffff:203.0.113.9")).isEqualTo("203.0.113.9");
        assertThat(chain.client("10.1.2.3", "203.0.113.9, ::ffff:10.0.0.1")).isEqualTo("203.0.113.9");
    }

    @Test
    void untrusted_proxy_is_logged_once_without_addresses() {
        chain.client("10.1.2.3", "203.0.113.9");
        assertThat(lines.messages()).isEmpty();
        chain.client("192.0.2.4", "203.0.113.9");
        chain.client("192.0.2.5", "203.0.113.9");

        assertThat(lines.messages()).hasSize(1);
        assertThat(lines.messages().get(0))
                .contains("GATEWAY_INTAKE_TRUSTED_PROXIES")
                .doesNotContain("192.0.2", "203.0.113");
    }

    @Test
    void ipv6_addresses_of_one_network_count_as_one() {
        assertThat(network("2001:db8:1:2::1")).isEqualTo(network("2001:db8:1:2:ffff::9"));
        assertThat(network("2001:db8:1:3::1")).isNotEqualTo(network("2001:db8:1:2::1"));
        assertThat(network("203.0.113.9")).isEqualTo("203.0.113.9");
        assertThat(network("203.0.113.9")).isNotEqualTo(network("203.0.113.8"));
    }

    @Test
    void networks_are_validated() {
        assertThat(List.of("10.0.0.1", "10.0.0.0/8", "fd00::/8")).allMatch(ProxyChain::isNetwork);
        assertThat(List.of("example.com", "10.0.0.0/x", "10.0.0.0/99", "")).noneMatch(ProxyChain::isNetwork);
    }

    private static String network(String address) {
        return new ClientInfo(address, null, null).network();
    }
}
