/**
 * Seals what nobody may read in the database's files: AES-256-GCM, bound to the table and row that it belongs to. Owns the
 * master key, where it comes from, and its change for another one. Knows nothing of what is sealed: whoever keeps sealed
 * columns names them as {@link ghl.gateway.storage.sealing.SealedColumn}.
 */
package ghl.gateway.storage.sealing;
