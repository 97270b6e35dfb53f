/**
 * Addresses that nobody can guess, for senders that cannot sign. Made, listed and revoked by operators; only a digest of the
 * secret part is kept. May import {@code storage} and {@code form}'s kinds of senders.
 */
package ghl.gateway.intake.link;
