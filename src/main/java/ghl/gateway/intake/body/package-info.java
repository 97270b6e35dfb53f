/**
 * Request bodies: the exact bytes received, and one tree read from them, whether they are JSON, urlencoded, multipart or
 * plain lines. May import {@code http}.
 */
package ghl.gateway.intake.body;
