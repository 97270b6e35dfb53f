/**
 * Size limits of documents ({@link ghl.gateway.graph.limit.DocumentCheck}), the same for HTTP and WebSocket and checked before
 * validation, and of what a WebSocket may send and keep open ({@link ghl.gateway.graph.limit.SocketLimits}). Bodies of
 * requests are limited in {@code http}, upstream calls in {@code graph.cost}.
 */
package ghl.gateway.graph.limit;
