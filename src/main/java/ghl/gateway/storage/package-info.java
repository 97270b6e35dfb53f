/**
 * Durable storage: the database chosen at start (SQLite in a file, or PostgreSQL for several gateways), transactions,
 * migrations, and sealing of confidential columns. Knows nothing about the data that it stores. May import no other package.
 */
package ghl.gateway.storage;
