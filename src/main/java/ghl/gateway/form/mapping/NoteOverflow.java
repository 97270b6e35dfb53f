package ghl.gateway.form.mapping;

import ghl.gateway.submission.input.NoteInput;
import java.util.ArrayList;
import java.util.List;

/** Appends lines to the first note and splits notes that are too long. */
final class NoteOverflow {

    /** Maximum length of a drafted body: below {@code Texts.BODY}, because the context lines and the marker are added later. */
    static final int MAX_BODY = 40_000;

    /** Maximum number of notes after splitting, unless more were given. */
    private static final int MAX_NOTES = 45;

    private NoteOverflow() {}

    static List<NoteInput> append(List<NoteInput> notes, List<String> lines) {
        List<NoteInput> all = new ArrayList<>(notes);
        if (!lines.isEmpty()) {
            String text = String.join("\n", lines);
            NoteInput first = all.isEmpty() ? new NoteInput("", null, null, null, null) : all.remove(0);
            all.add(0, withBody(first, first.body().isEmpty() ? text : first.body() + "\n\n" + text));
        }
        return all.stream()
                .flatMap(note -> split(note).stream())
                .limit(Math.max(MAX_NOTES, notes.size()))
                .toList();
    }

    private static List<NoteInput> split(NoteInput note) {
        List<NoteInput> pieces = new ArrayList<>();
        String rest = note.body();
        while (rest.length() > MAX_BODY) {
            int end = Character.isHighSurrogate(rest.charAt(MAX_BODY - 1)) ? MAX_BODY - 1 : MAX_BODY;
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
