/**
 * Encrypts confidential columns: AES-256-GCM, bound to the table and row of each value. Owns the master key, its sources and
 * its rotation. Other packages declare their encrypted columns as {@link ghl.gateway.storage.sealing.SealedColumn}.
 */
package ghl.gateway.storage.sealing;
