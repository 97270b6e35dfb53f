package ghl.gateway.access.key;

import ghl.gateway.access.caller.Role;
import ghl.gateway.access.key.AccessKey.FormRates;
import ghl.gateway.contact.CrmId;
import ghl.gateway.contact.LocationScope;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The key that somebody wants.
 *
 * @throws IllegalArgumentException with a sentence, when there can be no such key
 */
public record NewKey(
        KeyKind kind,
        String label,
        Set<Role> roles,
        LocationScope locations,
        String form,
        Set<String> origins,
        FormRates rates) {

    private static final int LONGEST_LABEL = 200;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._-]{1,200}");

    public NewKey {
        require(!label.isBlank() && label.length() <= LONGEST_LABEL, "A label has 1 to 200 characters");
        locations.ids().forEach(id -> require(CrmId.isOne(id), "'" + id + "' is no id of a location"));
        origins.forEach(origin ->
                require(Origin.isExact(origin), "'" + origin + "' is no origin, such as https://example.com"));
    }

    public static NewKey secret(String label, Set<Role> roles, LocationScope locations) {
        require(!roles.isEmpty(), "A secret key needs at least one role: reader, submitter, operator or remover");
        require(locations.all() || !locations.ids().isEmpty(), "A secret key needs a location, or * for all");
        return new NewKey(KeyKind.SECRET, label, roles, locations, null, Set.of(), FormRates.NONE);
    }

    /** @param rates per minute, each at least 1, or null */
    public static NewKey publishable(String label, String form, Set<String> origins, FormRates rates) {
        require(FORM.matcher(form).matches(), "'" + form + "' is no name of a form");
        require(!origins.isEmpty(), "A publishable key needs the origin of the page that will hold it");
        require(isRate(rates.perKey()) && isRate(rates.perAddress()), "A rate is at least 1 per minute");
        return new NewKey(KeyKind.PUBLISHABLE, label, Set.of(), LocationScope.NONE, form, origins, rates);
    }

    private static boolean isRate(Integer perMinute) {
        return perMinute == null || perMinute >= 1;
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
