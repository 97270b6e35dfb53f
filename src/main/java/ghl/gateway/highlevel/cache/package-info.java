/**
 * Reads that need not be made again: {@code CoalescingCache} stores values and lets concurrent callers share one call,
 * {@code InvalidationEpochs} makes unreachable what this process has changed. Imports only {@code async}.
 */
package ghl.gateway.highlevel.cache;
