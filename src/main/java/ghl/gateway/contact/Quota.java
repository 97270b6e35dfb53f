package ghl.gateway.contact;

import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description(
        "How many calls to the CRM a location has left, as far as this gateway knows: the CRM counts other callers of the"
                + " same app too, and tells with each answer.")
public record Quota(
        @NonNull @Description("Calls left in the present window, of 10 seconds unless set otherwise.")
        Integer remaining,

        @NonNull @Description("Calls left today.") Integer dailyRemaining,

        @NonNull @Description("When the window's calls are whole again if nobody makes another one.")
        Instant resetAt) {}
