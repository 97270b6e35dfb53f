/**
 * Subscriptions over a WebSocket at {@code /graphql}, with the protocol graphql-transport-ws (PROTOCOL.md of the npm
 * package graphql-ws). Queries and mutations are refused. SmallRye's own WebSocket handler would run them, so upgrades
 * never reach it.
 *
 * <p>Backpressure: each subscription requests one event at a time from its source, and the next one only when the
 * socket has room. The source decides what to drop meanwhile. A client that reads nothing at all is disconnected
 * ({@code SocketLimits.pingInterval}).
 */
package ghl.gateway.graph.websocket;
