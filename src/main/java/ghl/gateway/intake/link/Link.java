package ghl.gateway.intake.link;

import ghl.gateway.form.definition.SenderType;
import java.time.Instant;

/**
 * A secret address, without its secret.
 *
 * @param sender the format of what is sent to it
 * @param revokedAt null while the link is active
 */
public record Link(String id, String form, SenderType sender, Instant createdAt, String createdBy, Instant revokedAt) {}
