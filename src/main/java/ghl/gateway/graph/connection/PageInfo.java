package ghl.gateway.graph.connection;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("Position of a page in its list.")
public record PageInfo(
        @NonNull @Description("Whether a next page exists.") Boolean hasNextPage,
        @NonNull @Description("Whether `after` was set.") Boolean hasPreviousPage,
        @Description("Cursor of the first edge, if any.") String startCursor,
        @Description("Cursor of the last edge, if any.") String endCursor) {

    /** @param cursors of all edges of the page */
    static PageInfo of(List<String> cursors, boolean hasPreviousPage, boolean hasNextPage) {
        return cursors.isEmpty()
                ? new PageInfo(hasNextPage, hasPreviousPage, null, null)
                : new PageInfo(hasNextPage, hasPreviousPage, cursors.get(0), cursors.get(cursors.size() - 1));
    }
}
