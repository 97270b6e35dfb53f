package ghl.gateway.highlevel.settings;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;

/**
 * Refuses {@code HIGHLEVEL_LOCATIONS_…} variables that the gateway does not read, for example because the location's name
 * contains an underscore. Otherwise that location would be ignored, and the sandbox might be used instead.
 */
@ApplicationScoped
class UnknownLocationSettings {

    private static final String PREFIX = "HIGHLEVEL_LOCATIONS";

    void check(@Observes StartupEvent start, Config config, HighLevelConfig highLevel) {
        check(config.getPropertyNames(), highLevel.locations().keySet());
    }

    /**
     * @param settings the names of all settings, as environment variables or as properties
     * @param locations the names of the configured locations
     */
    static void check(Iterable<String> settings, Set<String> locations) {
        Set<String> known = locations.stream()
                .flatMap(name -> Stream.of("." + name, ".\"" + name + "\""))
                .flatMap(name -> Stream.of(variable(PREFIX + name + ".id"), variable(PREFIX + name + ".token")))
                .collect(Collectors.toSet());
        for (String setting : settings) {
            String variable = variable(setting);
            boolean isOfLocation = variable.equals(PREFIX) || variable.startsWith(PREFIX + "_");
            if (isOfLocation && !known.contains(variable)) {
                throw new ConfigurationException(variable + " is not a setting: use HIGHLEVEL_LOCATIONS_<NAME>_ID and"
                        + " HIGHLEVEL_LOCATIONS_<NAME>_TOKEN, with only letters and digits in the name.");
            }
        }
    }

    private static String variable(String setting) {
        return setting.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}
