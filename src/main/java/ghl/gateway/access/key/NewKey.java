package ghl.gateway.access.key;

import ghl.gateway.access.caller.Role;
import ghl.gateway.access.key.AccessKey.FormRates;
import ghl.gateway.contact.CrmId;
import ghl.gateway.contact.LocationScope;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A key to be created.
 *
 * @throws IllegalArgumentException when invalid
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
        require(!label.isBlank() && label.length() <= LONGEST_LABEL, "--label must have 1 to 200 characters");
        locations.ids().forEach(id -> require(CrmId.isOne(id), "\"" + id + "\" is not a valid location ID"));
        origins.forEach(origin ->
                require(Origin.isExact(origin), "\"" + origin + "\" is not an origin such as https://example.com"));
    }

    public static NewKey secret(String label, Set<Role> roles, LocationScope locations) {
        require(!roles.isEmpty(), "--role must name at least one of reader, submitter, operator and remover");
        require(
                locations.all() || !locations.ids().isEmpty(),
                "--location must name at least one location, or * for all");
        return new NewKey(KeyKind.SECRET, label, roles, locations, null, Set.of(), FormRates.NONE);
    }

    public static NewKey publishable(String label, String form, Set<String> origins, FormRates rates) {
        require(FORM.matcher(form).matches(), "\"" + form + "\" is not a form name");
        require(!origins.isEmpty(), "--origin must name at least one page that will use the key");
        require(
                isRate(rates.perKey()) && isRate(rates.perAddress()),
                "--per-minute and --per-address must be at least 1");
        return new NewKey(KeyKind.PUBLISHABLE, label, Set.of(), LocationScope.NONE, form, origins, rates);
    }

    private static boolean isRate(Integer perMinute) {
        return perMinute == null || perMinute >= 1;
    }

    private static void require(boolean isValid, String message) {
        if (!isValid) {
            throw new IllegalArgumentException(message);
        }
    }
}
