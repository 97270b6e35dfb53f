package ghl.gateway.contact;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("ContactFilter")
@Description("Conditions that a contact must meet, combined with AND. The CRM's search index lags behind writes by up"
        + " to a minute.")
public record ContactFilter(
        @Description("Words to search for in the fields that the location marks as searchable. At most 75 characters.")
        String query,

        @Description("Email address, exact match.") String email,
        @Description("Phone number, E.164, exact match.") String phone,
        @Description("Required tags, at most 50.") List<@NonNull String> tags,

        @Id @Description("ID of the business that the contact is attached to. Can only be combined with `query`.")
        String businessId,

        @Id @Description("ID of the responsible CRM user.") String assignedTo,
        @Description("Source, exact match.") String source,
        @Description("Earliest creation, inclusive.") Instant addedAfter,
        @Description("Latest creation, exclusive.") Instant addedBefore) {

    public static final ContactFilter NONE = new ContactFilter(null, null, null, null, null, null, null, null, null);

    public ContactFilter {
        tags = tags == null ? List.of() : tags;
    }

    /** Whether a condition other than {@code query} and {@code businessId} is set, which only the search supports. */
    public boolean needsSearch() {
        return !tags.isEmpty()
                || Stream.of(email, phone, assignedTo, source, addedAfter, addedBefore)
                        .anyMatch(Objects::nonNull);
    }
}
