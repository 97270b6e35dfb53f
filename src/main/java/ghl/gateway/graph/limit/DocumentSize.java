package ghl.gateway.graph.limit;

/**
 * Size of a part of a document with its fragments expanded.
 *
 * @param roots top-level fields
 * @param depth levels of nested fields
 * @param introspection levels of nested introspection fields
 */
record DocumentSize(long roots, long fields, long aliases, long directives, int depth, int introspection) {

    static final DocumentSize EMPTY = new DocumentSize(0, 0, 0, 0, 0, 0);

    /** Size of two sibling parts. Sums are capped: nested fragments double the size with each level. */
    DocumentSize plus(DocumentSize other) {
        return new DocumentSize(
                sum(roots, other.roots),
                sum(fields, other.fields),
                sum(aliases, other.aliases),
                sum(directives, other.directives),
                Math.max(depth, other.depth),
                Math.max(introspection, other.introspection));
    }

    DocumentSize inField(String name, boolean hasAlias) {
        boolean isIntrospection = name.startsWith("__");
        return new DocumentSize(
                name.equals("__typename") ? 0 : 1,
                sum(fields, 1),
                sum(aliases, hasAlias ? 1 : 0),
                directives,
                isIntrospection ? 1 : depth + 1,
                isIntrospection ? Math.max(introspection, depth) + 1 : introspection);
    }

    DocumentSize withDirectives(int more) {
        return new DocumentSize(roots, fields, aliases, sum(directives, more), depth, introspection);
    }

    private static long sum(long a, long b) {
        return Math.min(a + b, Integer.MAX_VALUE);
    }
}
