/**
 * Whether calls are made at all while the CRM fails: a circuit breaker for each location. What a failure means is told from
 * outside; nothing here knows HTTP or the settings.
 */
package ghl.gateway.highlevel.circuit;
