package ghl.gateway.submission.check;

import ghl.gateway.contact.draft.NoteChanges;
import ghl.gateway.contact.draft.NoteDraft;
import ghl.gateway.submission.input.NoteInput;
import ghl.gateway.submission.input.UpdateNoteInput;
import ghl.gateway.submission.receipt.UserErrorCode;
import ghl.gateway.submission.step.Step;
import java.util.regex.Pattern;

/** Checks notes. */
final class NoteCheck {

    private static final Pattern COLOR = Pattern.compile("#[0-9A-Fa-f]{3}([0-9A-Fa-f]{3})?");

    private static final NoteChanges NO_CHANGES = new NoteChanges(null, null, null, null, null);

    private NoteCheck() {}

    static NoteDraft draft(NoteInput note, Problems problems) {
        Texts.required(note.body(), Texts.BODY, problems.at("body"));
        Texts.optional(note.title(), Texts.LINE, problems.at("title"));
        Texts.optional(note.userId(), Texts.LINE, problems.at("userId"));
        color(note.color(), problems.at("color"));
        return new NoteDraft(note.body(), note.title(), note.color(), note.pinned(), note.userId());
    }

    static Step change(UpdateNoteInput note, Problems problems) {
        Texts.id(note.id(), problems.at("id"));
        Texts.changeable(note.body(), Texts.BODY, problems.at("body"));
        Texts.changeable(note.title(), Texts.LINE, problems.at("title"));
        Texts.changeable(note.userId(), Texts.LINE, problems.at("userId"));
        Texts.changeable(note.color(), Texts.LINE, problems.at("color"));
        color(Texts.isGiven(note.color()) ? note.color().get() : null, problems.at("color"));
        Texts.rejectClearing(note.pinned(), problems.at("pinned"));
        NoteChanges changes = new NoteChanges(note.body(), note.title(), note.color(), note.pinned(), note.userId());
        if (changes.equals(NO_CHANGES)) {
            problems.add(UserErrorCode.REQUIRED, "changes nothing: set at least one field besides the id");
        }
        return new Step.UpdateNote(note.id(), changes);
    }

    private static void color(String color, Problems problems) {
        if (color != null && !COLOR.matcher(color).matches()) {
            problems.add(UserErrorCode.INVALID, "is not a colour: use hexadecimal such as #FFAA00");
        }
    }
}
