package ghl.gateway.contact.draft;

/** Note to create. Every component except {@code body} may be null. */
public record NoteDraft(String body, String title, String color, Boolean pinned, String userId) {}
