package ghl.gateway.submission.step;

/** Which contact is meant: exactly one of the three is there; e-mail and phone as the CRM stores them. */
public record ContactMatch(String id, String email, String phone) {}
