package ghl.gateway.credential.store;

import java.util.Locale;

/** Whose tokens they are: an agency's or a location's, by the vendor's id. */
public record Owner(Kind kind, String id) {

    /** The vendor's two classes of tokens. */
    public enum Kind {
        COMPANY,
        LOCATION
    }

    public static Owner company(String id) {
        return new Owner(Kind.COMPANY, id);
    }

    public static Owner location(String id) {
        return new Owner(Kind.LOCATION, id);
    }

    /** As {@link #toString} gives it. */
    static Owner of(String text) {
        int slash = text.indexOf('/');
        return new Owner(Kind.valueOf(text.substring(0, slash).toUpperCase(Locale.ROOT)), text.substring(slash + 1));
    }

    /** The vendor's {@code user_type}. */
    public String userType() {
        return kind == Kind.COMPANY ? "Company" : "Location";
    }

    /** {@code company/ID} or {@code location/ID}. */
    @Override
    public String toString() {
        return kind.name().toLowerCase(Locale.ROOT) + "/" + id;
    }
}
