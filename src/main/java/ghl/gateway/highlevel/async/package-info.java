/** Timer and caller's context: what asynchronous code of this client shares. Imports nothing of the gateway. */
package ghl.gateway.highlevel.async;
