/**
 * Upstream calls of a request: estimated before the first call, counted while they are made, and reported in {@code
 * extensions.highlevel} of the response.
 */
package ghl.gateway.graph.cost;
