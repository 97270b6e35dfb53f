package ghl.gateway.highlevel.settings;

import ghl.gateway.highlevel.settings.HighLevelConfig.LocationConfig;
import ghl.gateway.highlevel.settings.HighLevelConfig.OAuthConfig;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The CRM that the settings select: the sandbox of this process if no CRM is configured, otherwise the CRM that the tokens or
 * the marketplace app belong to. An incomplete configuration is refused: it must not silently select another CRM.
 *
 * @param url null for the sandbox, whose port is unknown until the server listens
 * @param tokens private integration tokens by location id
 * @param named location ids by their names in the settings
 * @param locationId the default location; null when the gateway serves several and none is the default
 * @param app whether locations can be connected through a marketplace app
 */
public record CrmSettings(
        URI url, Map<String, String> tokens, Map<String, String> named, String locationId, boolean app) {

    static final String VENDOR = "https://services.leadconnectorhq.com";
    static final String SANDBOX_TOKEN = "pit-sandbox";

    private static final String SANDBOX = "sandbox";
    private static final String LOCATIONS = "HIGHLEVEL_LOCATIONS_<NAME>_ID and HIGHLEVEL_LOCATIONS_<NAME>_TOKEN";
    private static final CrmSettings IN_PROCESS_SANDBOX =
            new CrmSettings(null, Map.of(), Map.of(), "sbxMainLocation00001", true);

    /** @throws ConfigurationException naming the setting that is wrong and what to do */
    public static CrmSettings decide(HighLevelConfig config) {
        String url = config.url().orElse(null);
        String token = config.token().orElse(null);
        String locationId = config.locationId().orElse(null);
        Map<String, String> tokens = tokens(config.locations());
        boolean app = hasApp(config.oauth());
        List<String> credentials = credentials(config, !tokens.isEmpty(), app);
        if (SANDBOX.equals(url) || url == null && credentials.isEmpty()) {
            return sandbox(url == null && !config.implicitSandbox(), credentials);
        }
        if (token != null && !tokens.isEmpty()) {
            throw new ConfigurationException("HIGHLEVEL_TOKEN cannot be combined with " + LOCATIONS
                    + ": give its location a name as well, and unset HIGHLEVEL_TOKEN.");
        }
        if (token == null ? tokens.isEmpty() && !app : locationId == null) {
            throw new ConfigurationException(incomplete(token, locationId)
                    + ": set what is missing to use that CRM, or unset HIGHLEVEL_URL, HIGHLEVEL_TOKEN and"
                    + " HIGHLEVEL_LOCATION_ID to use the sandbox.");
        }
        Map<String, String> named = config.locations().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, location -> location.getValue().id()));
        if (token != null) {
            tokens.put(locationId, token);
        }
        String own = own(locationId, named);
        if (own != null && !app && !tokens.containsKey(own)) {
            throw new ConfigurationException(
                    "HIGHLEVEL_LOCATION_ID is " + own + ", a location without a token: set it to"
                            + " one of the configured locations, or add the location with " + LOCATIONS + ".");
        }
        return new CrmSettings(
                URI.create((url == null ? VENDOR : url).replaceAll("(?<!/)/+$", "")),
                Map.copyOf(tokens),
                named,
                own,
                app);
    }

    /** Whether the CRM is the sandbox of this process. */
    public boolean isSandbox() {
        return url == null;
    }

    /** Whether the CRM is the sandbox of this process, or any CRM at a loopback address. */
    public boolean isOnThisMachine() {
        return isSandbox() || isLoopback(url.getHost().toLowerCase(Locale.ROOT));
    }

    /** The id of a location, given its id or its name. */
    public String locationId(String idOrName) {
        return named.getOrDefault(idOrName, idOrName);
    }

    /** Never contains tokens. */
    @Override
    public String toString() {
        if (isSandbox()) {
            return "the sandbox in this process";
        }
        String locations = tokens.size() == 1
                ? ", location " + tokens.keySet().iterator().next()
                : tokens.isEmpty() ? "" : ", " + tokens.size() + " locations";
        return url + locations + (app ? ", and locations connected at /oauth/install" : "");
    }

    /** The variables that are set, as named in messages. */
    private static List<String> credentials(HighLevelConfig config, boolean hasLocations, boolean hasApp) {
        List<String> variables = new ArrayList<>();
        config.token().ifPresent(set -> variables.add("HIGHLEVEL_TOKEN"));
        config.locationId().ifPresent(set -> variables.add("HIGHLEVEL_LOCATION_ID"));
        if (hasLocations) {
            variables.add(LOCATIONS);
        }
        if (hasApp) {
            variables.add("HIGHLEVEL_OAUTH_CLIENT_ID, HIGHLEVEL_OAUTH_CLIENT_SECRET and HIGHLEVEL_OAUTH_REDIRECT_URI");
        }
        return variables;
    }

    private static CrmSettings sandbox(boolean isForbidden, List<String> credentials) {
        if (isForbidden) {
            throw new ConfigurationException("No CRM is configured: set HIGHLEVEL_TOKEN and HIGHLEVEL_LOCATION_ID, or"
                    + " HIGHLEVEL_URL=sandbox for the sandbox of this process.");
        }
        if (!credentials.isEmpty()) {
            throw new ConfigurationException(
                    "HIGHLEVEL_URL=sandbox selects the sandbox of this process, which has its own"
                            + " credentials: unset " + String.join(" and ", credentials)
                            + ", or set HIGHLEVEL_URL to the address of a CRM.");
        }
        return IN_PROCESS_SANDBOX;
    }

    private static Map<String, String> tokens(Map<String, LocationConfig> locations) {
        Map<String, String> tokens = new HashMap<>();
        for (LocationConfig location : locations.values()) {
            if (tokens.put(location.id(), location.token()) != null) {
                throw new ConfigurationException("HIGHLEVEL_LOCATIONS_<NAME>_ID gives the location " + location.id()
                        + " two names: remove one of them.");
            }
        }
        return tokens;
    }

    /** @param idOrName as configured; null for the only location */
    private static String own(String idOrName, Map<String, String> named) {
        if (idOrName == null) {
            return named.size() == 1 ? named.values().iterator().next() : null;
        }
        return named.getOrDefault(idOrName, idOrName);
    }

    private static boolean hasApp(OAuthConfig oauth) {
        List<String> missing = new ArrayList<>();
        addIfEmpty(missing, "HIGHLEVEL_OAUTH_CLIENT_ID", oauth.clientId());
        addIfEmpty(missing, "HIGHLEVEL_OAUTH_CLIENT_SECRET", oauth.clientSecret());
        addIfEmpty(missing, "HIGHLEVEL_OAUTH_REDIRECT_URI", oauth.redirectUri());
        if (missing.size() == 1 || missing.size() == 2) {
            throw new ConfigurationException(String.join(" and ", missing) + (missing.size() == 1 ? " is" : " are")
                    + " missing: a marketplace app needs HIGHLEVEL_OAUTH_CLIENT_ID, HIGHLEVEL_OAUTH_CLIENT_SECRET and"
                    + " HIGHLEVEL_OAUTH_REDIRECT_URI, the address of this gateway's /oauth/callback.");
        }
        return missing.isEmpty();
    }

    private static void addIfEmpty(List<String> missing, String setting, Optional<String> value) {
        if (value.isEmpty()) {
            missing.add(setting);
        }
    }

    private static boolean isLoopback(String host) {
        return host.equals("localhost") || host.equals("[::1]") || host.matches("127(\\.\\d{1,3}){3}");
    }

    private static String incomplete(String token, String locationId) {
        if (token == null && locationId == null) {
            return "HIGHLEVEL_URL names a CRM but HIGHLEVEL_TOKEN and HIGHLEVEL_LOCATION_ID are missing";
        }
        return token == null
                ? "HIGHLEVEL_LOCATION_ID is set but HIGHLEVEL_TOKEN is missing"
                : "HIGHLEVEL_TOKEN is set but HIGHLEVEL_LOCATION_ID is missing";
    }
}
