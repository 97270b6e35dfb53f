package ghl.gateway.submission.receipt;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("Something that went otherwise than the caller may expect, though the step counts as done.")
public record Warning(
        @NonNull
        @Description(
                "For programs: IDENTIFIER_IGNORED, ALREADY_GONE, OVERTAKEN (an earlier submission of the same person"
                        + " was not waited for any longer), ASSUMED_CREATED (the answer was lost, and such a contact has appeared"
                        + " since), DONE_DESPITE_REFUSAL, REPAIRED (what the CRM did twice was deleted once), SURPLUS (it was"
                        + " not, for somebody has changed it); of forms: ANSWER_MISPLACED (it did not fit its place and stands in"
                        + " the note), ANSWER_MISSING (a required one), ANSWERS_CUT (there was more than is taken),"
                        + " NO_IDENTIFIER (neither e-mail nor phone could be read: a contact without them was created), or"
                        + " LOCATION_UNKNOWN (the CRM could not be asked for the location's country and custom fields).")
        String code,

        @NonNull @Description("For people.") String message) {

    public static final String ALREADY_GONE = "ALREADY_GONE";
}
