package ghl.gateway.submission.step;

/** The contact a form refers to. Exactly one component is set; e-mail and phone have the CRM's format. */
public record ContactMatch(String id, String email, String phone) {}
