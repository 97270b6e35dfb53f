/**
 * SQLite in one file, for one gateway. One connection writes. Transactions that wait for their turn share one flush to the
 * disk ({@link ghl.gateway.storage.sqlite.SqliteWriter}), for a flush takes far longer than the transactions themselves;
 * readers have connections of their own and wait for nobody.
 */
package ghl.gateway.storage.sqlite;
