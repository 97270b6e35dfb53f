package ghl.gateway.publicform.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
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
    void a_port_is_no_part_of_an_address() {
        assertThat(chain.client("10.1.2.3", "203.0.113.9:51442")).isEqualTo("203.0.113.9");
        assertThat(chain.client("10.1.2.3", "[2001:db8::9]:51442, 10.0.0.1:80")).isEqualTo("2001:db8::9");
        assertThat(chain.client("10.1.2.3", "[2001:db8::9]")).isEqualTo("2001:db8::9");
        assertThat(chain.client("10.1.2.3", "2001:db8::9")).isEqualTo("2001:db8::9");
        assertThat(chain.client("10.1.2.3", "[nonsense]:1")).isEqualTo("10.1.2.3");
    }

    @Test
    void an_ipv4_address_that_is_written_as_ipv6_is_itself() {
        assertThat(chain.client("10.1.2.3", "::ffff:203.0.113.9")).isEqualTo("203.0.113.9");
        assertThat(chain.client("10.1.2.3", "203.0.113.9, ::ffff:10.0.0.1")).isEqualTo("203.0.113.9");
    }

    @Test
    void a_proxy_that_nobody_named_is_told_once_and_no_address() {
        List<String> told = new CopyOnWriteArrayList<>();
        Handler ear = new Handler() {
            @Override
            public void publish(LogRecord line) {
                told.add(line.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger logger = Logger.getLogger(ProxyChain.class.getName());
        logger.addHandler(ear);
        try {
            chain.client("10.1.2.3", "203.0.113.9");
            assertThat(told).isEmpty();
            chain.client("192.0.2.4", "203.0.113.9");
            chain.client("192.0.2.5", "203.0.113.9");
        } finally {
            logger.removeHandler(ear);
        }

        assertThat(told).hasSize(1);
        assertThat(told.get(0)).contains("GATEWAY_INTAKE_TRUSTED_PROXIES").doesNotContain("192.0.2", "203.0.113");
    }

    @Test
    void a_network_of_one_customer_counts_as_one() {
        assertThat(ClientNetwork.of("2001:db8:1:2::1")).isEqualTo(ClientNetwork.of("2001:db8:1:2:ffff::9"));
        assertThat(ClientNetwork.of("2001:db8:1:3::1")).isNotEqualTo(ClientNetwork.of("2001:db8:1:2::1"));
        assertThat(ClientNetwork.of("203.0.113.9")).isEqualTo("203.0.113.9");
        assertThat(ClientNetwork.of("203.0.113.9")).isNotEqualTo(ClientNetwork.of("203.0.113.8"));
    }

    @Test
    void networks_are_told_from_nonsense() {
        assertThat(List.of("10.0.0.1", "10.0.0.0/8", "fd00::/8")).allMatch(ProxyChain::isNetwork);
        assertThat(List.of("example.com", "10.0.0.0/x", "10.0.0.0/99", "")).noneMatch(ProxyChain::isNetwork);
    }
}
