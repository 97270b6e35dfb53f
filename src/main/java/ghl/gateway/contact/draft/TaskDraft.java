package ghl.gateway.contact.draft;

import java.time.Instant;

/** Task to create. {@code body} and {@code assignedTo} may be null. */
public record TaskDraft(String title, String body, Instant dueDate, boolean completed, String assignedTo) {}
