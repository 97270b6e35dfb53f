package ghl.gateway.contact;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("ContactFilter")
@Description("Which contacts; everything given must hold. The CRM's index lags behind writes by up to a minute.")
public record ContactFilter(
        @Description("Words to look for in the fields that the location marks searchable, at most 75 characters.")
        String query,

        @Description("Exactly this e-mail address.") String email,
        @Description("Exactly this phone number, E.164.") String phone,

        @Description("Contacts that have every one of these tags.")
        List<@NonNull String> tags,

        @Id @Description("Contacts attached to this business. Cannot be combined with another filter but `query`.")
        String businessId,

        @Id @Description("Contacts that this user of the CRM looks after.")
        String assignedTo,

        @Description("Contacts from exactly this source.") String source,
        @Description("Added at or after this time.") Instant addedAfter,
        @Description("Added before this time.") Instant addedBefore) {

    /** Nothing asked for. */
    public static final ContactFilter NONE = new ContactFilter(null, null, null, null, null, null, null, null, null);

    // Written out, for SmallRye reads the element's @NonNull of a compact constructor as the list's own.
    public ContactFilter(
            String query,
            String email,
            String phone,
            List<String> tags,
            String businessId,
            String assignedTo,
            String source,
            Instant addedAfter,
            Instant addedBefore) {
        this.query = query;
        this.email = email;
        this.phone = phone;
        this.tags = Optional.ofNullable(tags).orElse(List.of());
        this.businessId = businessId;
        this.assignedTo = assignedTo;
        this.source = source;
        this.addedAfter = addedAfter;
        this.addedBefore = addedBefore;
    }

    /** Whether anything beside {@code query} and {@code businessId} is asked for: only the CRM's search knows it. */
    public boolean needsSearch() {
        return !tags.isEmpty()
                || Stream.of(email, phone, assignedTo, source, addedAfter, addedBefore)
                        .anyMatch(value -> value != null);
    }
}
