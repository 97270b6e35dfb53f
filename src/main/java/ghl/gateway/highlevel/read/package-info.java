/**
 * Reads above the single call: shared and cached ({@code SharedReads}), batched ({@code TaskBatchLoader}), and costed
 * before a query's first call ({@code QueryCost}). Imports every other room of the client, but not {@code wire}.
 */
package ghl.gateway.highlevel.read;
