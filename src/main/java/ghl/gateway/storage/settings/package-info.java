/** Settings of the database, and the beans that open it and report its health. */
package ghl.gateway.storage.settings;
