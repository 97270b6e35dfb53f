/**
 * Reads that need not be made again. {@code CoalescingCache} keeps values for a while and lets everybody who asks at the same
 * time share one call; {@code InvalidationEpochs} makes what an own write has changed unreachable.
 */
package ghl.gateway.highlevel.cache;
