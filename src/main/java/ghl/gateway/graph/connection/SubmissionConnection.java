package ghl.gateway.graph.connection;

import ghl.gateway.submission.input.SubmissionFilter;
import ghl.gateway.submission.operator.SubmissionLists;
import ghl.gateway.submission.receipt.Submission;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

@Description("A page of submissions.")
public record SubmissionConnection(
        @NonNull @Description("The submissions with their cursors.")
        List<@NonNull SubmissionEdge> edges,

        @NonNull @Description("The submissions alone.") List<@NonNull Submission> nodes,
        @NonNull @Description("Where this page stands.") PageInfo pageInfo,
        @Ignore SubmissionFilter filter) {

    public static SubmissionConnection of(SubmissionLists.Page page, SubmissionFilter filter, boolean hasPreviousPage) {
        List<SubmissionEdge> edges = page.submissions().stream()
                .map(submission -> new SubmissionEdge(submission, Cursor.pack(SubmissionLists.placeOf(submission))))
                .toList();
        List<String> cursors = edges.stream().map(SubmissionEdge::cursor).toList();
        return new SubmissionConnection(
                edges, page.submissions(), PageInfo.of(cursors, hasPreviousPage, page.hasNextPage()), filter);
    }
}
