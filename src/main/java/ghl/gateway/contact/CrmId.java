package ghl.gateway.contact;

import java.util.regex.Pattern;

/** Ids of the CRM. The vendor calls them opaque; what else stands in one would only reach another of its routes. */
public final class CrmId {

    /** What a text that is none is told, after its name. */
    public static final String REFUSAL = "is not an id of the CRM: letters, digits, - and _, at most 100";

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{1,100}");

    private CrmId() {}

    /** Whether it could be one. */
    public static boolean isOne(String text) {
        return FORM.matcher(text).matches();
    }
}
