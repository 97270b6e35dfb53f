/** Limits how often an event is logged that callers can cause at will. Imports no other package of the gateway. */
package ghl.gateway.log;
