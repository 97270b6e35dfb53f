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
 * Stops the start at a setting of locations that nothing reads, such as one whose name has an underscore: its location would
 * be left out, and where it is the only one, the sandbox would take its place.
 */
@ApplicationScoped
class UnknownLocationSettings {

    private static final String ALL = "HIGHLEVEL_LOCATIONS";

    void check(@Observes StartupEvent start, Config config, HighLevelConfig highLevel) {
        check(config.getPropertyNames(), highLevel.locations().keySet());
    }

    /**
     * @param settings all there are, as variables or as properties
     * @param names those of the locations that were read
     * @throws ConfigurationException with one sentence
     */
    static void check(Iterable<String> settings, Set<String> names) {
        Set<String> read = names.stream()
                .flatMap(name -> Stream.of("." + name, ".\"" + name + "\""))
                .flatMap(name -> Stream.of(variable(ALL + name + ".id"), variable(ALL + name + ".token")))
                .collect(Collectors.toSet());
        for (String setting : settings) {
            String variable = variable(setting);
            boolean isOfLocations = variable.equals(ALL) || variable.startsWith(ALL + "_");
            if (isOfLocations && !read.contains(variable)) {
                throw new ConfigurationException(variable + " is not read by anything: a location is given by"
                        + " HIGHLEVEL_LOCATIONS_<NAME>_ID and HIGHLEVEL_LOCATIONS_<NAME>_TOKEN, with letters and digits"
                        + " alone in its name.");
            }
        }
    }

    private static String variable(String setting) {
        return setting.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}
