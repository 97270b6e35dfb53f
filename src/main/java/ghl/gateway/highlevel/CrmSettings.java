package ghl.gateway.highlevel;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/**
 * Which CRM the settings mean. Nothing set is the sandbox of this process; a token and a location are a CRM of their
 * own. Anything between is refused: half a configuration must not quietly become another one.
 *
 * @param url null for the sandbox, whose port is known only once the server listens
 */
record CrmSettings(URI url, String token, String locationId) {

    static final String VENDOR = "https://services.leadconnectorhq.com";

    private static final String SANDBOX = "sandbox";
    private static final CrmSettings IN_PROCESS_SANDBOX = new CrmSettings(null, "pit-sandbox", "sbxMainLocation00001");

    /**
     * @param implicitSandbox whether nothing set is the sandbox: it must be said aloud in a container
     * @throws ConfigurationException with one sentence that says what is wrong and how to mend it
     */
    static CrmSettings decide(
            Optional<String> url, Optional<String> token, Optional<String> locationId, boolean implicitSandbox) {
        String givenUrl = said(url);
        String givenToken = said(token);
        String givenLocation = said(locationId);
        if (SANDBOX.equals(givenUrl)) {
            return sandboxUnlessCredentials(givenToken, givenLocation);
        }
        if (givenUrl == null && givenToken == null && givenLocation == null) {
            return sandboxUnlessItMustBeSaid(implicitSandbox);
        }
        if (givenToken == null || givenLocation == null) {
            throw new ConfigurationException(missing(givenToken, givenLocation)
                    + ": set what is missing to use that CRM, or unset HIGHLEVEL_URL, HIGHLEVEL_TOKEN and"
                    + " HIGHLEVEL_LOCATION_ID to use the sandbox.");
        }
        return new CrmSettings(address(givenUrl == null ? VENDOR : givenUrl), givenToken, givenLocation);
    }

    boolean isSandbox() {
        return url == null;
    }

    /** The token stays out of logs and messages. */
    @Override
    public String toString() {
        return isSandbox() ? "the sandbox in this process" : url + ", location " + locationId;
    }

    private static CrmSettings sandboxUnlessItMustBeSaid(boolean implicitSandbox) {
        if (!implicitSandbox) {
            throw new ConfigurationException("No CRM is configured: set HIGHLEVEL_TOKEN and HIGHLEVEL_LOCATION_ID, or"
                    + " HIGHLEVEL_URL=sandbox for the sandbox of this process.");
        }
        return IN_PROCESS_SANDBOX;
    }

    private static CrmSettings sandboxUnlessCredentials(String token, String locationId) {
        if (token != null || locationId != null) {
            throw new ConfigurationException("HIGHLEVEL_URL=sandbox is the sandbox of this process, which has its own"
                    + " credentials: unset " + superfluous(token, locationId) + ", or give the address of a CRM.");
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
