/** PostgreSQL, for several gateways on the same data. */
package ghl.gateway.storage.postgres;
