/** What both databases have in common: a transaction over a JDBC connection, and the JDBC face that joins it. */
package ghl.gateway.storage.jdbc;
