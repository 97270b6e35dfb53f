package ghl.gateway.contact;

import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("Remaining API calls of a location, as far as the gateway knows. The CRM also counts calls that other"
        + " clients make with the same app; the gateway learns of those with the next response.")
public record Quota(
        @NonNull @Description("Calls left in the current window. A window lasts 10 seconds by default.")
        Integer remaining,

        @NonNull @Description("Calls left today.") Integer dailyRemaining,

        @NonNull @Description("Time at which the window's full quota is available again if no further calls are made.")
        Instant resetAt) {}
