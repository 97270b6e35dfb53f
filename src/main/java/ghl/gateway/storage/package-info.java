/**
 * What must outlive the process: the database chosen at start (SQLite in a file, or PostgreSQL for several gateways), its
 * transactions and migrations, and the sealing of what nobody may read in the file. Knows nothing of what is kept.
 */
package ghl.gateway.storage;
