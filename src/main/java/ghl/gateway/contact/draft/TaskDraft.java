package ghl.gateway.contact.draft;

import java.time.Instant;

/** A task to create. @param body null for none @param assignedTo null for nobody */
public record TaskDraft(String title, String body, Instant dueDate, boolean completed, String assignedTo) {}
