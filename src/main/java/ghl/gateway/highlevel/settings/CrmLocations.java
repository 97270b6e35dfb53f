package ghl.gateway.highlevel.settings;

import ghl.gateway.highlevel.settings.HighLevelConfig.LocationConfig;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The locations that the settings give a name and a private integration token.
 *
 * @param named their ids by name
 * @param tokens their tokens by id
 */
record CrmLocations(Map<String, String> named, Map<String, String> tokens) {

    /** @throws ConfigurationException when one of them lacks something, or two are the same location */
    static CrmLocations of(Map<String, LocationConfig> config) {
        Map<String, String> named = new LinkedHashMap<>();
        Map<String, String> tokens = new LinkedHashMap<>();
        new TreeMap<>(config).forEach((name, location) -> {
            String id = required(location.id(), name, "ID");
            String token = required(location.token(), name, "TOKEN");
            if (tokens.put(id, token) != null) {
                throw new ConfigurationException("HIGHLEVEL_LOCATIONS_<NAME>_ID gives the location " + id
                        + " two names: leave one of them out.");
            }
            named.put(name, id);
        });
        return new CrmLocations(named, tokens);
    }

    boolean isEmpty() {
        return named.isEmpty();
    }

    /** One of the settings, to be named in a message. */
    String firstSetting() {
        return setting(named.keySet().iterator().next(), "TOKEN");
    }

    /**
     * The location where a caller names none.
     *
     * @param said id or name in the settings, null when they say none; then the only one
     */
    String own(String said) {
        if (said == null) {
            return tokens.size() == 1 ? tokens.keySet().iterator().next() : null;
        }
        return named.getOrDefault(said, said);
    }

    private static String required(Optional<String> value, String name, String what) {
        return value.map(String::strip)
                .filter(text -> !text.isEmpty())
                .orElseThrow(() -> new ConfigurationException(setting(name, what)
                        + " is missing: a location is given by both its id and its private integration token."));
    }

    private static String setting(String name, String what) {
        return "HIGHLEVEL_LOCATIONS_" + name.toUpperCase(Locale.ROOT).replace('-', '_') + "_" + what;
    }

    /** Tokens stay out of logs and messages. */
    @Override
    public String toString() {
        return named.toString();
    }
}
