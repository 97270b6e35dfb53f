package ghl.gateway.graph;

import ghl.gateway.access.caller.Role;
import ghl.gateway.contact.Contact;
import ghl.gateway.highlevel.HighLevel;
import ghl.gateway.submission.receipt.Submission;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Source;

/** The field of a receipt that costs an upstream call of its own. */
@GraphQLApi
@RolesAllowed(Role.READS)
@ApplicationScoped
public class SubmissionFields {

    private final HighLevel highLevel;

    SubmissionFields(HighLevel highLevel) {
        this.highLevel = highLevel;
    }

    @Description(
            "The contact as it is in the CRM now; null while it is not known, and once it is deleted. One upstream call.")
    public Uni<Contact> contact(@Source Submission submission) {
        return submission.contactId() == null
                ? Uni.createFrom().nullItem()
                : highLevel.contact(submission.locationId(), submission.contactId());
    }
}
