/**
 * The checks that every request passes before its operation (version, token, scope, location, rate limit, faults), and
 * the counters. All of it runs while the state is locked, so nothing here needs its own lock.
 */
package ghl.gateway.sandbox.gate;
