/**
 * Whether the gateway is open or guarded, decided from the settings at start, and whether the schema is visible. A gateway
 * that becomes guarded stays so until it stops.
 */
package ghl.gateway.access.mode;
