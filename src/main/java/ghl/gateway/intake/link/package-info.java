/**
 * Secret addresses for senders that cannot sign. Created, listed and revoked by operators; only a digest of the secret is
 * stored. May import {@code storage} and {@code form}'s sender types.
 */
package ghl.gateway.intake.link;
