package ghl.gateway.highlevel.settings;

/** An address to which secrets are sent. */
public final class SecureAddress {

    public static final String PATTERN = "(?i:(https://(([a-z0-9-]+\\.)*[a-z0-9-]+|\\[[0-9a-f:.]+])"
            + "|http://(localhost|127(\\.\\d{1,3}){3}|\\[::1]))"
            + "(:\\d{1,5})?(/([\\w.~/-]|%[0-9a-f]{2})*)?)";

    /** What {@link #PATTERN} asks for. Messages do not quote the value: it may be a misplaced token. */
    public static final String RULE = ": https (http on this machine only), without a user";

    private SecureAddress() {}
}
