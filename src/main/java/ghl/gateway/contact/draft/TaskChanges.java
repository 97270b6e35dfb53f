package ghl.gateway.contact.draft;

import java.time.Instant;
import java.util.Optional;

/** Changes to a task. Null leaves a field unchanged, an empty {@code Optional} clears it. */
public record TaskChanges(
        Optional<String> title,
        Optional<String> body,
        Optional<Instant> dueDate,
        Optional<Boolean> completed,
        Optional<String> assignedTo) {}
