/**
 * Named places at which a crash must do no harm. Crash tests stop the process at one of them and kill it there; in production
 * passing one does nothing.
 */
package ghl.gateway.failpoint;
