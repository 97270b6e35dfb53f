package ghl.gateway.intake.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProxyChainTest {

    private final ProxyChain chain = new ProxyChain(List.of("10.0.0.0/8", "2001:db8::1"));

    @Test
    void whoever_is_no_proxy_of_ours_speaks_for_himself() {
        assertThat(chain.client("203.0.113.9", "198.51.100.1")).isEqualTo("203.0.113.9");
    }

    @Test
    void behind_our_proxies_stands_the_first_that_is_none_of_them() {
        assertThat(chain.client("10.1.2.3", "198.51.100.1, 203.0.113.9, 10.0.0.1"))
                .isEqualTo("203.0.113.9");
        assertThat(chain.client("2001:db8::1", "2001:db8::77")).isEqualTo("2001:db8::77");
    }

    @Test
    void what_is_no_address_is_not_believed() {
        assertThat(chain.client("10.1.2.3", "nonsense")).isEqualTo("10.1.2.3");
        assertThat(chain.client("10.1.2.3", "unknown, 203.0.113.9")).isEqualTo("203.0.113.9");
        assertThat(chain.client("10.1.2.3", null)).isEqualTo("10.1.2.3");
    }

    @Test
    void networks_are_told_from_nonsense() {
        assertThat(List.of("10.0.0.1", "10.0.0.0/8", "fd00::/8")).allMatch(ProxyChain::isNetwork);
        assertThat(List.of("example.com", "10.0.0.0/x", "10.0.0.0/99", "")).noneMatch(ProxyChain::isNetwork);
    }
}
