/**
 * Size limits of a request, the same for HTTP and WebSocket: bytes ({@link ghl.gateway.graph.limit.SocketLimits}) and
 * document size ({@link ghl.gateway.graph.limit.DocumentCheck}), checked before validation. Limits on upstream calls
 * are in {@code graph.cost}.
 */
package ghl.gateway.graph.limit;
