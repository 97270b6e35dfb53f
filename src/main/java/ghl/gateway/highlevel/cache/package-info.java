/**
 * Reads that need not be made again. {@code Remembered} keeps values for a while and lets everybody who asks at the same
 * time share one call; {@code Generations} makes what an own write has changed unreachable.
 */
package ghl.gateway.highlevel.cache;
