/**
 * A circuit breaker for each location. Which failures count is passed in; nothing here knows HTTP or the settings, and
 * it imports nothing of the gateway.
 */
package ghl.gateway.highlevel.circuit;
