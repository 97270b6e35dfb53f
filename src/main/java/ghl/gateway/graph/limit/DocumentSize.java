package ghl.gateway.graph.limit;

/**
 * How large a part of a document is, fragments written out.
 *
 * @param roots fields that are in nothing else of it
 * @param depth levels of fields
 * @param introspection levels of fields that describe the schema
 */
record DocumentSize(long roots, long fields, long aliases, long directives, int depth, int introspection) {

    static final DocumentSize NOTHING = new DocumentSize(0, 0, 0, 0, 0, 0);

    /** Beside each other. Sums stop well before they overflow: fragments of fragments double with each line. */
    DocumentSize plus(DocumentSize other) {
        return new DocumentSize(
                sum(roots, other.roots),
                sum(fields, other.fields),
                sum(aliases, other.aliases),
                sum(directives, other.directives),
                Math.max(depth, other.depth),
                Math.max(introspection, other.introspection));
    }

    /** A field around it. */
    DocumentSize inField(String name, boolean hasAlias) {
        boolean describes = name.startsWith("__");
        return new DocumentSize(
                name.equals("__typename") ? 0 : 1,
                sum(fields, 1),
                sum(aliases, hasAlias ? 1 : 0),
                directives,
                describes ? 1 : depth + 1,
                describes ? Math.max(introspection, depth) + 1 : introspection);
    }

    DocumentSize withDirectives(int more) {
        return new DocumentSize(roots, fields, aliases, sum(directives, more), depth, introspection);
    }

    private static long sum(long a, long b) {
        return Math.min(a + b, Integer.MAX_VALUE);
    }
}
