package ghl.gateway.access.key;

/** Kind of an access key; its prefix begins the key. */
public enum KeyKind {
    /** For servers; must stay secret. */
    SECRET("sk_"),
    /** For pages, where anyone can read it. */
    PUBLISHABLE("pk_");

    private final String prefix;

    KeyKind(String prefix) {
        this.prefix = prefix;
    }

    String prefix() {
        return prefix;
    }
}
