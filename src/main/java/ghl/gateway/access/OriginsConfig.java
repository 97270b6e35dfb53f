package ghl.gateway.access;

import ghl.gateway.access.key.Origin;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** {@code GATEWAY_ORIGINS}: sites whose pages may ask with their user's token, besides the gateway's own. */
@ApplicationScoped
class OriginsConfig {

    private final Set<String> origins;

    /** @throws ConfigurationException with one sentence, when one of them is no origin */
    OriginsConfig(@ConfigProperty(name = "gateway.origins") Optional<List<String>> origins) {
        this.origins = origins.map(Set::copyOf).orElse(Set.of());
        this.origins.stream()
                .filter(origin -> !Origin.isExact(origin))
                .findAny()
                .ifPresent(wrong -> {
                    throw new ConfigurationException("GATEWAY_ORIGINS has '" + wrong
                            + "', which is no origin: use https://app.example.com, without a path and without *, several separated"
                            + " by commas.");
                });
    }

    /** Makes a wrong one stop the start rather than the first page. */
    void checkAtStart(@Observes StartupEvent start) {}

    boolean contains(String origin) {
        return origins.contains(origin);
    }
}
