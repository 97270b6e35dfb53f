/**
 * Limits how often an event is logged that callers can cause at will, and logs what ended a thread. Imports no other package of
 * the gateway.
 */
package ghl.gateway.log;
