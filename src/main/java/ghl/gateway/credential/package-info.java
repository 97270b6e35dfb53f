/**
 * Which token serves which location of the CRM, and how it stays good. May import {@code highlevel} and
 * {@code storage}, and {@code page} for what it shows to people.
 *
 * <p>A transaction is never open while somebody else is called, with one exception that is meant: on PostgreSQL a token
 * call is made while its row is locked ({@link ghl.gateway.credential.refresh.RefreshLock}). A refresh token serves once, so that
 * of several gateways one must call while the others wait for what it brings, and a lock that the database holds is gone
 * the moment its holder dies. It holds one connection for a call and its repeat, and waits for the row for 30 seconds at
 * most. On SQLite there is one gateway, and the lock is one of the process.
 */
package ghl.gateway.credential;
