/**
 * The sandbox's state: records in memory, guarded by one lock, written through to one SQLite file.
 *
 * <p>Records are immutable; a change stores a new version. Answers may therefore be written after the lock is released.
 */
package ghl.gateway.sandbox.state;
