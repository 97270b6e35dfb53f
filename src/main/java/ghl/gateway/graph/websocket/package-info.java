/**
 * Subscriptions over a WebSocket at {@code /graphql}, as graphql-transport-ws says it (PROTOCOL.md of npm graphql-ws), and
 * nothing else over it. SmallRye's own WebSocket handler runs queries and mutations too, so it never sees a request.
 *
 * <p>A slow reader does not fill the memory: each subscription asks its source for one event at a time and for the next
 * only when the socket has room; what happens meanwhile the source drops or keeps, as it says itself. Who reads nothing
 * at all is cut off ({@code RequestLimits.pingInterval}).
 */
package ghl.gateway.graph.websocket;
