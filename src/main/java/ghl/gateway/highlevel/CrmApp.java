package ghl.gateway.highlevel;

import ghl.gateway.highlevel.HighLevelConfig.OAuthConfig;
import io.quarkus.runtime.configuration.ConfigurationException;
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
        return given > 0;
    }
}
