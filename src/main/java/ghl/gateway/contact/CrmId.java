package ghl.gateway.contact;

import java.util.regex.Pattern;

/**
 * Checks IDs of the CRM, which the vendor documents as opaque. Only characters that are safe in a URL path are allowed:
 * a slash or a dot could reach another of the CRM's routes.
 */
public final class CrmId {

    /** Error message for an invalid ID, to follow the field's name. */
    public static final String REFUSAL =
            "is not a valid ID of the CRM: use letters, digits, - and _, at most 100 characters";

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{1,100}");

    private CrmId() {}

    public static boolean isOne(String text) {
        return FORM.matcher(text).matches();
    }
}
