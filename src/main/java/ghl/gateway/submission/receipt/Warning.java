package ghl.gateway.submission.receipt;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("Something that went otherwise than the caller may expect, though the step counts as done.")
public record Warning(
        @NonNull @Description("For programs: IDENTIFIER_IGNORED or ALREADY_GONE.")
        String code,

        @NonNull @Description("For people.") String message) {}
