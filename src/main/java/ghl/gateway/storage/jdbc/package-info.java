/** Code that both databases share: transactions over a JDBC connection, and a {@code DataSource} that joins them. */
package ghl.gateway.storage.jdbc;
