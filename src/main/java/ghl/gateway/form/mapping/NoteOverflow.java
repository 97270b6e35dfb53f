package ghl.gateway.form.mapping;

import ghl.gateway.submission.input.NoteInput;
import java.util.ArrayList;
import java.util.List;

/** Finds room in notes: for lines that belong into the first, and for texts that are too long for one. */
final class NoteOverflow {

    /** Less than a note takes, for where the form was filled in, and the marker, come to it later. */
    private static final int LONGEST = 40_000;

    /** Of pieces; more notes than that are a caller's own, and stay. */
    private static final int MOST = 45;

    private NoteOverflow() {}

    static List<NoteInput> with(List<NoteInput> notes, List<String> lines) {
        List<NoteInput> all = new ArrayList<>(notes);
        if (!lines.isEmpty()) {
            String text = String.join("\n", lines);
            NoteInput first = all.isEmpty() ? new NoteInput("", null, null, null, null) : all.remove(0);
            all.add(0, withBody(first, first.body().isEmpty() ? text : first.body() + "\n\n" + text));
        }
        return all.stream()
                .flatMap(note -> pieces(note).stream())
                .limit(Math.max(MOST, notes.size()))
                .toList();
    }

    private static List<NoteInput> pieces(NoteInput note) {
        List<NoteInput> pieces = new ArrayList<>();
        String rest = note.body();
        while (rest.length() > LONGEST) {
            int end = Character.isHighSurrogate(rest.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
            pieces.add(withBody(note, rest.substring(0, end)));
            rest = rest.substring(end);
        }
        if (!rest.isBlank()) {
            pieces.add(withBody(note, rest));
        }
        return pieces;
    }

    private static NoteInput withBody(NoteInput note, String body) {
        return new NoteInput(body, note.title(), note.color(), note.pinned(), note.userId());
    }
}
