package ghl.gateway.graph;

import ghl.gateway.access.caller.Role;
import ghl.gateway.contact.Contact;
import ghl.gateway.graph.connection.Cursor;
import ghl.gateway.graph.connection.SubmissionConnection;
import ghl.gateway.highlevel.HighLevel;
import ghl.gateway.submission.Submissions;
import ghl.gateway.submission.input.SubmissionFilter;
import ghl.gateway.submission.operator.SubmissionLists;
import ghl.gateway.submission.receipt.Submission;
import io.smallrye.graphql.api.Subscription;
import io.smallrye.mutiny.Multi;
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

/** Queries and the subscription that report on submissions. */
@GraphQLApi
@ApplicationScoped
public class SubmissionResolvers {

    private final CallerContext context;
    private final Submissions submissions;
    private final SubmissionLists lists;
    private final HighLevel highLevel;

    SubmissionResolvers(CallerContext context, Submissions submissions, SubmissionLists lists, HighLevel highLevel) {
        this.context = context;
        this.submissions = submissions;
        this.lists = lists;
        this.highLevel = highLevel;
    }

    @Query
    @RolesAllowed({Role.SUBMITS, Role.OPERATES})
    @Description("Submission with the given ID, or null when none exists in the caller's locations. Costs no upstream"
            + " call, except for the nested `contact`.")
    public Uni<Submission> submission(@Id @NonNull @Description("ID of the submission in the gateway.") String id) {
        return submissions.find(context.actor(), ListArguments.line("id", id));
    }

    @Query
    @RolesAllowed(Role.OPERATES)
    @Description("Submissions in the caller's locations, newest first. Costs no upstream call, except for the nested"
            + " `contact`.")
    public Uni<SubmissionConnection> submissions(
            @DefaultValue("20") @Description("Page size, 1 to 100. Null means 20.") Integer first,
            @Description("Cursor of the edge to continue after. Omit it for the first page.") String after,
            @Description("Filter. Omit it to return all submissions.") SubmissionFilter filter) {
        SubmissionFilter conditions =
                withLocation(filter == null ? SubmissionFilter.NONE : ListArguments.checked(filter));
        return lists.page(context.actor(), conditions, Cursor.unpack(after), ListArguments.pageSize(first))
                .map(page -> SubmissionConnection.of(page, conditions, after != null));
    }

    @Subscription
    @NonNull
    @RolesAllowed({Role.SUBMITS, Role.OPERATES})
    @Description("Submission with the given ID: its current state, then every change. Completes when no further change"
            + " will happen automatically, and immediately when it does not exist. Runs over a WebSocket at the same"
            + " URL.")
    public Multi<Submission> submissionChanged(
            @Id @NonNull @Description("ID of the submission in the gateway.") String id) {
        return submissions.follow(context.actor(), ListArguments.line("id", id));
    }

    @RolesAllowed(Role.READS)
    @Description("Contact in its current state in the CRM. Null until it is known, and after it is deleted. Costs one"
            + " upstream call.")
    public Uni<Contact> contact(@Source Submission submission) {
        return submission.contactId() == null
                ? Uni.createFrom().nullItem()
                : highLevel.contact(submission.locationId(), submission.contactId());
    }

    @RolesAllowed(Role.OPERATES)
    @Description("Number of matching submissions on all pages. Counted only when queried.")
    public Uni<Integer> totalCount(@Source SubmissionConnection submissions) {
        return lists.count(context.actor(), submissions.filter());
    }

    /**
     * Resolves a location given by name. A person without a location is looked up in the default one, because the same
     * email may belong to another person elsewhere.
     */
    private SubmissionFilter withLocation(SubmissionFilter filter) {
        boolean isAnywhere = filter.locationId() == null && filter.person() == null;
        return isAnywhere ? filter : filter.in(context.locationId(filter.locationId()));
    }
}
