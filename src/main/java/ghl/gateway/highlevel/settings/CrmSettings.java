package ghl.gateway.highlevel.settings;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Which CRM the settings mean. Nothing set is the sandbox of this process; tokens with their locations, or an app of the
 * vendor's, are a CRM of their own. Anything between is refused: half a configuration must not quietly become another one.
 *
 * @param url null for the sandbox, whose port is known only once the server listens
 * @param tokens private integration tokens by location id
 * @param named location ids by the names that the settings give them
 * @param locationId the gateway's own; null when it serves several and none is its own
 * @param app whether locations can be connected by an app
 */
public record CrmSettings(
        URI url, Map<String, String> tokens, Map<String, String> named, String locationId, boolean app) {

    static final String VENDOR = "https://services.leadconnectorhq.com";
    static final String SANDBOX_TOKEN = "pit-sandbox";

    private static final String SANDBOX = "sandbox";
    private static final CrmSettings IN_PROCESS_SANDBOX =
            new CrmSettings(null, Map.of(), Map.of(), "sbxMainLocation00001", true);

    /** @throws ConfigurationException with one sentence that says what is wrong and how to mend it */
    public static CrmSettings decide(HighLevelConfig config) {
        String url = said(config.url());
        String token = said(config.token());
        String locationId = said(config.locationId());
        CrmLocations locations = CrmLocations.of(config.locations());
        boolean app = CrmApp.isSet(config.oauth());
        boolean otherCredentials = app || !locations.isEmpty();
        if (SANDBOX.equals(url)) {
            return sandboxUnlessCredentials(token, locationId, otherCredentials);
        }
        if (url == null && token == null && locationId == null && !otherCredentials) {
            return sandboxUnlessItMustBeSaid(config.implicitSandbox());
        }
        if (token != null && !locations.isEmpty()) {
            throw new ConfigurationException("HIGHLEVEL_TOKEN and " + locations.firstSetting()
                    + " are both set: give the location of HIGHLEVEL_TOKEN a name of its own"
                    + " (HIGHLEVEL_LOCATIONS_<NAME>_ID and _TOKEN), and unset HIGHLEVEL_TOKEN.");
        }
        if (token == null ? !otherCredentials : locationId == null) {
            throw new ConfigurationException(missing(token, locationId)
                    + ": set what is missing to use that CRM, or unset HIGHLEVEL_URL, HIGHLEVEL_TOKEN and"
                    + " HIGHLEVEL_LOCATION_ID to use the sandbox.");
        }
        Map<String, String> tokens = token == null ? locations.tokens() : Map.of(locationId, token);
        String own = locations.own(locationId);
        if (own != null && !app && token == null && !tokens.containsKey(own)) {
            throw new ConfigurationException(
                    "HIGHLEVEL_LOCATION_ID is " + own + ", for which there is no token: name one"
                            + " of the locations that have one, or give it one as HIGHLEVEL_LOCATIONS_<NAME>_ID and _TOKEN.");
        }
        return new CrmSettings(address(url == null ? VENDOR : url), tokens, locations.named(), own, app);
    }

    boolean isSandbox() {
        return url == null;
    }

    /** Tokens stay out of logs and messages. */
    @Override
    public String toString() {
        if (isSandbox()) {
            return "the sandbox in this process";
        }
        return url
                + (tokens.size() == 1
                        ? ", location " + tokens.keySet().iterator().next()
                        : "")
                + (tokens.size() > 1 ? ", " + tokens.size() + " locations" : "")
                + (app ? ", and locations that are connected at /oauth/install" : "");
    }

    private static CrmSettings sandboxUnlessItMustBeSaid(boolean implicitSandbox) {
        if (!implicitSandbox) {
            throw new ConfigurationException("No CRM is configured: set HIGHLEVEL_TOKEN and HIGHLEVEL_LOCATION_ID, or"
                    + " HIGHLEVEL_URL=sandbox for the sandbox of this process.");
        }
        return IN_PROCESS_SANDBOX;
    }

    private static CrmSettings sandboxUnlessCredentials(String token, String locationId, boolean other) {
        if (token != null || locationId != null || other) {
            String superfluous = token == null && locationId == null
                    ? "HIGHLEVEL_LOCATIONS_<NAME>_ID and _TOKEN, and all of HIGHLEVEL_OAUTH_CLIENT_ID, _SECRET and HIGHLEVEL_OAUTH_REDIRECT_URI"
                    : superfluous(token, locationId);
            throw new ConfigurationException("HIGHLEVEL_URL=sandbox is the sandbox of this process, which has its own"
                    + " credentials: unset " + superfluous + ", or give the address of a CRM.");
        }
        return IN_PROCESS_SANDBOX;
    }

    private static URI address(String text) {
        URI address = parsed(text);
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        if (address.getHost() == null || !(scheme.equals("https") || scheme.equals("http"))) {
            throw notAnAddress();
        }
        if (address.getRawUserInfo() != null) {
            throw new ConfigurationException(
                    "HIGHLEVEL_URL names a user, which the CRM does not know: give the token as"
                            + " HIGHLEVEL_TOKEN and the address alone as HIGHLEVEL_URL.");
        }
        if (scheme.equals("http") && !isLoopback(address.getHost())) {
            throw new ConfigurationException("HIGHLEVEL_URL is plain http, which would send the token in clear to "
                    + address.getHost() + ": use https.");
        }
        return address;
    }

    private static URI parsed(String text) {
        try {
            return URI.create(text.replaceAll("/+$", ""));
        } catch (IllegalArgumentException e) {
            throw notAnAddress();
        }
    }

    /** Does not quote the value, which may be a token in the wrong place. */
    private static ConfigurationException notAnAddress() {
        return new ConfigurationException(
                "HIGHLEVEL_URL is no address of a CRM: use " + VENDOR + ", another https address, or `sandbox`.");
    }

    static boolean isLoopback(String host) {
        return host.equals("localhost") || host.equals("[::1]") || host.matches("127(\\.\\d{1,3}){3}");
    }

    private static String missing(String token, String locationId) {
        if (token == null && locationId == null) {
            return "HIGHLEVEL_URL names a CRM but HIGHLEVEL_TOKEN and HIGHLEVEL_LOCATION_ID are missing";
        }
        return token == null
                ? "HIGHLEVEL_LOCATION_ID is set but HIGHLEVEL_TOKEN is missing"
                : "HIGHLEVEL_TOKEN is set but HIGHLEVEL_LOCATION_ID is missing";
    }

    private static String superfluous(String token, String locationId) {
        if (token != null && locationId != null) {
            return "HIGHLEVEL_TOKEN and HIGHLEVEL_LOCATION_ID";
        }
        return token != null ? "HIGHLEVEL_TOKEN" : "HIGHLEVEL_LOCATION_ID";
    }

    private static String said(Optional<String> setting) {
        return setting.map(String::strip).filter(text -> !text.isEmpty()).orElse(null);
    }
}
