/**
 * What every request passes before its operation: version, token, scope, location, rate limit, faults; and what counts
 * them. All of it is called while the state is held exclusively, so nothing here guards itself.
 */
package ghl.gateway.sandbox.gate;
