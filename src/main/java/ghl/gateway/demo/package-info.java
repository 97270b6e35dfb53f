/**
 * The demo at {@code /demo}: a real form, submitted to the sandbox, and its outcome in the CRM. Works without JavaScript. May
 * import {@code form}, {@code submission}, {@code highlevel}, {@code contact} and {@code page}.
 */
package ghl.gateway.demo;
