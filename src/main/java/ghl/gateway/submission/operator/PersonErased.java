package ghl.gateway.submission.operator;

/**
 * CDI event: a person was erased from the journal. Observers erase what they store of the location's senders. A failing
 * observer makes the erasure fail, so that it is repeated.
 */
public record PersonErased(String locationId) {}
