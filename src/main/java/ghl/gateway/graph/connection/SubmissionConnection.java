package ghl.gateway.graph.connection;

import ghl.gateway.submission.input.SubmissionFilter;
import ghl.gateway.submission.operator.SubmissionLists;
import ghl.gateway.submission.receipt.Submission;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

@Description("Page of submissions.")
public record SubmissionConnection(
        @NonNull @Description("Submissions with their cursors.")
        List<@NonNull SubmissionEdge> edges,

        @NonNull @Description("Submissions of the page.") List<@NonNull Submission> nodes,
        @NonNull @Description("Position of the page.") PageInfo pageInfo,
        @Ignore SubmissionFilter filter) {

    @Description("Submission with its position in the list.")
    public record SubmissionEdge(
            @NonNull @Description("The submission.") Submission node,

            @NonNull @Description("Position after this submission. Pass it as `after` to continue from here.")
            String cursor) {}

    public static SubmissionConnection of(SubmissionLists.Page page, SubmissionFilter filter, boolean hasPreviousPage) {
        List<SubmissionEdge> edges = page.submissions().stream()
                .map(submission -> new SubmissionEdge(submission, Cursor.pack(SubmissionLists.placeOf(submission))))
                .toList();
        List<String> cursors = edges.stream().map(SubmissionEdge::cursor).toList();
        return new SubmissionConnection(
                edges, page.submissions(), PageInfo.of(cursors, hasPreviousPage, page.hasNextPage()), filter);
    }
}
