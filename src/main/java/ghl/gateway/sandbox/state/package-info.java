/**
 * What the stand-in knows: one set of records in memory, guarded by one lock, written through to one SQLite file.
 *
 * <p>A record is never changed in place; a change puts a new version. That is why answers may be written out after the
 * lock was given back.
 */
package ghl.gateway.sandbox.state;
