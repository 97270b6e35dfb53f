/**
 * How much one request may ask for, over HTTP and over a WebSocket alike: how many bytes ({@link
 * ghl.gateway.graph.limit.RequestLimits}), and how large a document ({@link ghl.gateway.graph.limit.DocumentCheck}), which is
 * refused before it is validated. What it costs in calls to the CRM is {@code graph.cost}.
 */
package ghl.gateway.graph.limit;
