package ghl.gateway.submission.operator;

/**
 * Told when the journal forgets a person: whoever keeps what people of that location have sent forgets it too. What fails
 * there makes the erasure fail, so that it is asked for again.
 */
public record PersonErased(String locationId) {}
