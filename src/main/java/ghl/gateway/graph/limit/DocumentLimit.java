package ghl.gateway.graph.limit;

/** What a document may have too much of: {@code extensions.limit} of its refusal. */
enum DocumentLimit {
    TOKENS("tokens"),
    NAMES("letters in a name"),
    DEPTH("levels of fields"),
    FIELDS("fields"),
    ALIASES("aliases"),
    DIRECTIVES("directives"),
    FRAGMENTS("fragments"),
    MUTATIONS("fields of a mutation"),
    FRAGMENT_CYCLES("fragments within themselves");

    private final String what;

    DocumentLimit(String what) {
        this.what = what;
    }

    String what() {
        return what;
    }
}
