package ghl.gateway.submission.input;

import ghl.gateway.contact.LocationScope;

/**
 * Identity on whose behalf submissions are made and read.
 *
 * @param actor name for the audit log, and owner of idempotency keys used without a form; no personal data
 * @param locations locations within reach; submissions of other locations are treated as nonexistent
 */
public record Actor(String actor, LocationScope locations) {}
