package ghl.gateway.submission.receipt;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("Something unexpected that did not stop the delivery.")
public record Warning(
        @NonNull @Description("""
                Machine-readable code.

                During delivery:
                - IDENTIFIER_IGNORED: the CRM did not store the email or phone, probably because another contact has it.
                - ALREADY_GONE: the record to remove no longer existed.
                - OVERTAKEN: an earlier submission of the same person was still waiting, and this one went ahead.
                - ASSUMED_CREATED: the CRM's response was lost; a matching contact that appeared since is taken for it.
                - DONE_DESPITE_REFUSAL: the CRM refused the call but carried it out.
                - REPAIRED: the CRM carried out a lost call late; the duplicate was deleted, or the values that a later submission
                  had set were set again.
                - OVERWRITTEN: the CRM carried out a lost call late, and did not take a later submission's values again.
                - SURPLUS: the CRM carried out a lost call late; the duplicate was edited in the CRM and was kept.

                Of forms:
                - ANSWER_MISPLACED: an answer did not fit its field and was moved to the note.
                - ANSWER_UNCLEAR: an answer that asks for yes or no says neither. It counts as no and is in the note.
                - ANSWER_MISSING: a required answer is missing.
                - WARNINGS_OMITTED: there are more warnings about single answers than are listed.
                - ANSWERS_CUT: the answers exceeded the size limits and were cut.
                - NO_IDENTIFIER: there is no valid email or phone. The contact is created without them, in some forms only
                  after approval.
                - FILES_NOT_KEPT: the contents of uploaded files were not kept.
                - UNREADABLE: why the form could not be read.
                - IDENTIFIER_GUESSED: no question found an email. The only email among the other answers was used.
                - PHONE_GUESSED: the phone has neither a plus nor the zeros that tell its country, which was guessed.
                - LOCATION_UNKNOWN: the location's country and custom fields could not be read from the CRM.
                """) String code,
        @NonNull @Description("Human-readable message.") String message) {

    public static final String ALREADY_GONE = "ALREADY_GONE";

    public static final String NO_IDENTIFIER = "NO_IDENTIFIER";
}
