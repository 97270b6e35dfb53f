package ghl.gateway.graph.limit;

/** Limits on the size of a document. The name is {@code extensions.limit} of the error. */
enum DocumentLimit {
    TOKENS("tokens", "send a smaller document"),
    NAMES("characters in a name", "use shorter names"),
    NUMBERS("characters in a number", "use a shorter number"),
    DIGITS("digits outside strings", "send numbers in variables"),
    NON_ASCII("characters that are not ASCII", "send long texts in variables"),
    BLOCK_LINES("lines in a block string", "send long texts in variables"),
    DEPTH("levels of nested fields", "nest fewer fields"),
    FIELDS("fields", "split it into several requests"),
    ALIASES("aliases", "split it into several requests"),
    DIRECTIVES("directives", "split it into several requests"),
    FRAGMENTS("named fragments", "use fewer fragments"),
    MUTATIONS("mutation fields per operation", "send each mutation in a request of its own"),
    FRAGMENT_CYCLES("fragments that contain themselves", "remove the cycle");

    private final String unit;
    private final String advice;

    DocumentLimit(String unit, String advice) {
        this.unit = unit;
        this.advice = advice;
    }

    String message(int max) {
        return "The document exceeds the limit of " + max + " " + unit + ": " + advice;
    }
}
