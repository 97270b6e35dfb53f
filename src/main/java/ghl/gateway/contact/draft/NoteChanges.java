package ghl.gateway.contact.draft;

import java.util.Optional;

/** Changes to a note. Null leaves a field unchanged, an empty {@code Optional} clears it. */
public record NoteChanges(
        Optional<String> body,
        Optional<String> title,
        Optional<String> color,
        Optional<Boolean> pinned,
        Optional<String> userId) {}
