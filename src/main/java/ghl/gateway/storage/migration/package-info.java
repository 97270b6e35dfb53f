/** The tables, and how a database of an older version gets those of this one. */
package ghl.gateway.storage.migration;
