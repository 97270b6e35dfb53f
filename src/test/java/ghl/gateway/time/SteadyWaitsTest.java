package ghl.gateway.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ghl.gateway.contact.Location;
import ghl.gateway.fixture.Crm;
import ghl.gateway.fixture.MovableClock;
import ghl.gateway.fixture.MovedClock;
import ghl.gateway.fixture.Patience;
import ghl.gateway.highlevel.HighLevel;
import ghl.gateway.highlevel.call.ReadContext;
import ghl.gateway.highlevel.settings.HighLevelConfig;
import ghl.gateway.publicform.ClientInfo;
import ghl.gateway.publicform.IntakeRefusedException;
import ghl.gateway.publicform.PublicForms;
import ghl.gateway.publicform.PublicPage;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Setting the machine's clock, as an operator or NTP does, neither ends a wait nor prolongs it. */
@QuarkusTest
@TestProfile(MovedClock.class)
class SteadyWaitsTest {

    @Inject
    MovableClock clock;

    @Inject
    HighLevel highLevel;

    @Inject
    HighLevelConfig config;

    @Inject
    PublicForms publicForms;

    private Duration set = Duration.ZERO;

    @AfterEach
    void setRight() {
        clock.set(set.negated());
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1H", "PT-1H", "P1D", "P-1D"})
    void cached_value_lives_as_long_as_its_ttl(Duration ahead) {
        Crm crm = Crm.fresh();
        Location fetched = location(crm);
        set(ahead);
        assertThat(location(crm)).isSameAs(fetched);

        clock.advance(config.catalogue().ttl());
        assertThat(location(crm)).isNotSameAs(fetched);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1H", "PT-1H", "P1D", "P-1D"})
    void reads_of_a_request_have_the_whole_deadline(Duration ahead) {
        ReadContext context = highLevel.newReadContext("caller");
        assertThat(context.timeLeft()).isEqualTo(config.read().deadline());
        set(ahead);

        assertThat(context.timeLeft())
                .isPositive()
                .isLessThanOrEqualTo(config.read().deadline());

        clock.advance(config.read().deadline());
        assertThat(context.timeLeft()).isLessThanOrEqualTo(Duration.ZERO);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1H", "PT-1H", "P1D", "P-1D"})
    void rate_limit_of_a_page_is_per_minute(Duration ahead) {
        PublicPage onePerMinute = new PublicPage(UUID.randomUUID().toString(), Set.of(), List.of(), null, 1, 100);
        ClientInfo client = new ClientInfo("192.0.2.1", null, null);
        publicForms.admit(onePerMinute, client);
        set(ahead);

        assertThatThrownBy(() -> publicForms.admit(onePerMinute, client)).isInstanceOf(IntakeRefusedException.class);

        clock.advance(Duration.ofMinutes(1));
        publicForms.admit(onePerMinute, client);
    }

    private void set(Duration ahead) {
        clock.set(ahead);
        set = ahead;
    }

    private Location location(Crm crm) {
        return highLevel.location(crm.locationId()).await().atMost(Patience.LIMIT);
    }
}
