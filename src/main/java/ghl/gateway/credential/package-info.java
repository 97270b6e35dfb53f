/**
 * Access tokens for the locations of the CRM: where they come from and how they stay valid. May import {@code audit},
 * {@code highlevel}, {@code storage} and {@code time}, and {@code page} for the pages of an install.
 *
 * <p>No transaction is open during a remote call, with one deliberate exception: on PostgreSQL a refresh calls the token
 * endpoint while it holds the lock on the credential's row ({@link ghl.gateway.credential.refresh.RefreshLock}). A refresh
 * token works only once, so one gateway must refresh while the others wait for its result, and PostgreSQL releases the lock
 * when its holder dies. The lock occupies one connection for one call and its retry. Other gateways wait for the row for at
 * most 30 seconds. SQLite has a single gateway, where a lock inside the process is enough.
 */
package ghl.gateway.credential;
