/** The caller of a request: roles, locations, and the choice of the location that a request is about. */
package ghl.gateway.access.caller;
