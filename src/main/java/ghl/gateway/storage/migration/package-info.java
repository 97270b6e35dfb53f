/** Table definitions and their migration, by Flyway. */
package ghl.gateway.storage.migration;
