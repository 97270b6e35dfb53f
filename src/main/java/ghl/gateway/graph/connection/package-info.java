/** Relay-style pagination: connections, edges, page info, and the opaque cursors that encode a position in a list. */
package ghl.gateway.graph.connection;
