package ghl.gateway.access.key;

/** What a key begins with says who may see it. */
public enum KeyKind {
    /** For servers: whoever reads it may do what it may. */
    SECRET("sk_"),
    /** For pages: everybody reads it. */
    PUBLISHABLE("pk_");

    private final String prefix;

    KeyKind(String prefix) {
        this.prefix = prefix;
    }

    String prefix() {
        return prefix;
    }
}
