package ghl.gateway.credential.store;

import java.util.Locale;

/** Owner of tokens: an agency or a location, by the vendor's ID. */
public record Owner(Kind kind, String id) {

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

    /** Parses what {@link #toString} returns. */
    static Owner parse(String text) {
        int slash = text.indexOf('/');
        return new Owner(Kind.valueOf(text.substring(0, slash).toUpperCase(Locale.ROOT)), text.substring(slash + 1));
    }

    public boolean isLocation() {
        return kind == Kind.LOCATION;
    }

    /** The vendor's {@code user_type}. */
    public String userType() {
        return isLocation() ? "Location" : "Company";
    }

    /** {@code company/ID} or {@code location/ID}. */
    @Override
    public String toString() {
        return kind.name().toLowerCase(Locale.ROOT) + "/" + id;
    }
}
