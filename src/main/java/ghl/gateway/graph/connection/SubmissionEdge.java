package ghl.gateway.graph.connection;

import ghl.gateway.submission.receipt.Submission;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("A submission and its place in the list.")
public record SubmissionEdge(
        @NonNull @Description("The submission.") Submission node,

        @NonNull @Description("The place right behind it: give it as `after` to go on from here.")
        String cursor) {}
