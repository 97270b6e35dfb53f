package ghl.gateway.contact.draft;

/** A note to create; everything but {@code body} may be null. */
public record NoteDraft(String body, String title, String color, Boolean pinned, String userId) {}
