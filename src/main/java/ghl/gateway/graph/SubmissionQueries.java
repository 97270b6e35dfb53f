package ghl.gateway.graph;

import ghl.gateway.access.caller.Role;
import ghl.gateway.graph.connection.Cursor;
import ghl.gateway.graph.connection.PageSize;
import ghl.gateway.graph.connection.SubmissionConnection;
import ghl.gateway.submission.Submissions;
import ghl.gateway.submission.input.SubmissionFilter;
import ghl.gateway.submission.operator.SubmissionLists;
import ghl.gateway.submission.receipt.Submission;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;

/** The roots that tell what has become of submissions. */
@GraphQLApi
@ApplicationScoped
public class SubmissionQueries {

    private final CallerContext here;
    private final Submissions submissions;
    private final SubmissionLists lists;

    SubmissionQueries(CallerContext here, Submissions submissions, SubmissionLists lists) {
        this.here = here;
        this.submissions = submissions;
        this.lists = lists;
    }

    @Query
    @RolesAllowed({Role.SUBMITS, Role.OPERATES})
    @Description("What has become of a submission; null when there is none with this id. No upstream call.")
    public Uni<Submission> submission(@Id @NonNull @Description("The gateway's id of the submission.") String id) {
        return submissions.find(here.authority(), id);
    }

    @Query
    @RolesAllowed(Role.OPERATES)
    @Description("Submissions, the newest first. No upstream call.")
    public Uni<SubmissionConnection> submissions(
            @DefaultValue("20") @Description("How many, 1 to 100; null is 20.") Integer first,
            @Description("Cursor of the edge after which to go on.") String after,
            @Description("Which submissions; all without it.") SubmissionFilter filter) {
        SubmissionFilter given = located(filter == null ? SubmissionFilter.NONE : filter);
        return lists.page(here.authority(), given, Cursor.unpack(after), PageSize.of(first))
                .map(page -> SubmissionConnection.of(page, given, after != null));
    }

    @RolesAllowed(Role.OPERATES)
    @Description("How many submissions there are in all pages. Counted only when it is asked for.")
    public Uni<Integer> totalCount(@Source SubmissionConnection submissions) {
        return lists.count(here.authority(), submissions.filter());
    }

    /**
     * A location may be given by its name; and without one a person is of somewhere, for the same e-mail may be another's
     * elsewhere.
     */
    private SubmissionFilter located(SubmissionFilter filter) {
        boolean isAnywhere = filter.locationId() == null && filter.person() == null;
        return isAnywhere ? filter : filter.in(here.of(filter.locationId()));
    }
}
