package ghl.gateway.submission.check;

import ghl.gateway.contact.CrmId;
import ghl.gateway.submission.receipt.UserErrorCode;
import java.util.Optional;

/** Checks of single texts, and how long they may be. Lengths are the gateway's own: the vendor publishes none. */
public final class Texts {

    /** A contact's field, a title. */
    public static final int LINE = 1_000;

    /** A note's or a task's body. */
    public static final int BODY = 50_000;

    /** What somebody agreed to, or one line about where. */
    static final int CONSENT = 2_000;

    /** A tag. */
    public static final int TAG = 250;

    /** A caller's idempotency key. */
    static final int KEY = 255;

    private Texts() {}

    /** Something that must be there. */
    static void required(String text, int longest, Problems problems) {
        if (text == null) {
            problems.add(UserErrorCode.REQUIRED, "must be given");
        } else {
            optional(text, longest, problems);
        }
    }

    /** Something that may be left out, but not be empty. */
    static void optional(String text, int longest, Problems problems) {
        if (text == null) {
            return;
        }
        if (text.isBlank()) {
            problems.add(UserErrorCode.BLANK, "is empty: leave it out instead");
        } else if (text.length() > longest) {
            problems.add(
                    UserErrorCode.TOO_LONG, "has " + text.length() + " characters, at most " + longest + " are taken");
        }
    }

    /** An id of the CRM, which must be there. */
    static void id(String id, Problems problems) {
        required(id, LINE, problems);
        if (id != null && !id.isBlank() && !CrmId.isOne(id)) {
            problems.add(UserErrorCode.INVALID, CrmId.REFUSAL);
        }
    }

    /** Something that may be left out, or cleared with null, but not be empty. */
    static void clearable(Optional<String> text, int longest, Problems problems) {
        if (isGiven(text)) {
            if (text.get().isBlank()) {
                problems.add(UserErrorCode.BLANK, "is empty: leave it out to keep it, send null to clear it");
            } else {
                optional(text.get(), longest, problems);
            }
        }
    }

    /** Something that may be left out, but neither be empty nor cleared. */
    static void changeable(Optional<String> text, int longest, Problems problems) {
        refuseClearing(text, problems);
        if (isGiven(text)) {
            optional(text.get(), longest, problems);
        }
    }

    static void refuseClearing(Optional<?> field, Problems problems) {
        if (field != null && field.isEmpty()) {
            problems.add(UserErrorCode.INVALID, "cannot be cleared: leave it out to keep it");
        }
    }

    /** Whether a field has a value, that is, was neither left out nor cleared. */
    static boolean isGiven(Optional<?> field) {
        return field != null && field.isPresent();
    }
}
