package ghl.gateway.highlevel.settings;

import ghl.gateway.highlevel.settings.HighLevelConfig.OAuthConfig;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Whether the settings name an app of the vendor's: all of it or nothing. */
final class CrmApp {

    private CrmApp() {}

    /** @throws ConfigurationException when only a part of it is set */
    static boolean isSet(OAuthConfig config) {
        Map<String, Optional<String>> parts = new LinkedHashMap<>();
        parts.put("HIGHLEVEL_OAUTH_CLIENT_ID", config.clientId());
        parts.put("HIGHLEVEL_OAUTH_CLIENT_SECRET", config.clientSecret());
        parts.put("HIGHLEVEL_OAUTH_REDIRECT_URI", config.redirectUri());
        parts.replaceAll((name, value) -> value.filter(text -> !text.isBlank()));
        long given = parts.values().stream().filter(Optional::isPresent).count();
        if (given > 0 && given < parts.size()) {
            String missing = parts.entrySet().stream()
                    .filter(part -> part.getValue().isEmpty())
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElseThrow();
            throw new ConfigurationException(missing + " is missing: an app of the CRM is given by its client id, its"
                    + " client secret and the address that it sends browsers back to, this gateway's /oauth/callback.");
        }
        if (given > 0) {
            requireAddresses(config);
        }
        return given > 0;
    }

    private static void requireAddresses(OAuthConfig config) {
        URI redirect = parsed(config.redirectUri().orElseThrow());
        if (redirect == null || !redirect.getPath().endsWith("/oauth/callback") || redirect.getRawQuery() != null) {
            throw new ConfigurationException(
                    "HIGHLEVEL_OAUTH_REDIRECT_URI is not where this gateway takes browsers back:"
                            + " set its own address as it is registered in the app, for example"
                            + " https://gateway.example.com/oauth/callback.");
        }
        if (parsed(config.consentUrl()) == null) {
            throw new ConfigurationException("HIGHLEVEL_OAUTH_CONSENT_URL is no address of a page: set the one of the"
                    + " vendor's consent page, or unset it.");
        }
    }

    /** @return null when it is no address on the web */
    private static URI parsed(String text) {
        try {
            URI uri = URI.create(text.strip());
            boolean isOfTheWeb = "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
            return isOfTheWeb && uri.getHost() != null ? uri : null;
        } catch (IllegalArgumentException noAddress) {
            return null;
        }
    }
}
