/**
 * SQLite in one file, for one gateway. One connection writes. Transactions that wait for it share one flush to the disk
 * ({@link ghl.gateway.storage.sqlite.SqliteWriter}), because a flush takes far longer than the transactions themselves.
 * Readers have their own connections and never wait for the writer.
 */
package ghl.gateway.storage.sqlite;
