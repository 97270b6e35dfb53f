package ghl.gateway.intake.link;

import ghl.gateway.form.definition.SenderType;
import java.time.Instant;

/**
 * What is kept of a secret address.
 *
 * @param sender how what is posted there is read
 * @param revokedAt null as long as it holds
 */
public record Link(String id, String form, SenderType sender, Instant createdAt, String createdBy, Instant revokedAt) {}
