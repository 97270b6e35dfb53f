package ghl.gateway.contact.draft;

import java.util.Optional;

/** What shall change of a note; null leaves a field untouched, an empty {@code Optional} clears it. */
public record NoteChanges(
        Optional<String> body,
        Optional<String> title,
        Optional<String> color,
        Optional<Boolean> pinned,
        Optional<String> userId) {}
