package ghl.gateway.contact.draft;

import java.time.Instant;
import java.util.Optional;

/** What shall change of a task; null leaves a field untouched, an empty {@code Optional} clears it. */
public record TaskChanges(
        Optional<String> title,
        Optional<String> body,
        Optional<Instant> dueDate,
        Optional<Boolean> completed,
        Optional<String> assignedTo) {}
