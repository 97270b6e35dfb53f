/**
 * Saves reads: {@code CoalescingCache} stores values and lets concurrent callers share one call, {@code
 * InvalidationEpochs} invalidates what this process has changed. Imports only {@code async} and {@code time}.
 */
package ghl.gateway.highlevel.cache;
