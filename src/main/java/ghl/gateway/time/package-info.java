/**
 * The clocks of the process, so that a test can move them: the machine's clock for dates that people see, and a steady one for
 * everything that waits.
 */
package ghl.gateway.time;
