package ghl.gateway.graph.connection;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("Where a page stands in its list.")
public record PageInfo(
        @NonNull @Description("True when there is more behind this page.")
        Boolean hasNextPage,

        @NonNull @Description("True when this page was asked for with `after`.")
        Boolean hasPreviousPage,

        @Description("Cursor of the first edge; null on an empty page.")
        String startCursor,

        @Description("Cursor of the last edge; null on an empty page.")
        String endCursor) {

    /** @param cursors of all edges of the page */
    static PageInfo of(List<String> cursors, boolean hasPreviousPage, boolean hasNextPage) {
        return cursors.isEmpty()
                ? new PageInfo(hasNextPage, hasPreviousPage, null, null)
                : new PageInfo(hasNextPage, hasPreviousPage, cursors.get(0), cursors.get(cursors.size() - 1));
    }
}
