/**
 * Everything between a query and its calls: sharing and caching ({@code SharedReads}), batching ({@code
 * TaskBatchLoader}), and the cost before the first call ({@code QueryCost}). Imports every other
 * package of the client except {@code wire}.
 */
package ghl.gateway.highlevel.read;
