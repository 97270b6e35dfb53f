package ghl.gateway.submission.input;

import ghl.gateway.contact.LocationScope;

/**
 * On whose behalf something is done or told.
 *
 * @param actor who it is, for audits and as whose an idempotency key is; nothing personal
 * @param locations what it may reach: anything elsewhere is as if it were not there
 */
public record Actor(String actor, LocationScope locations) {}
